/** Where calendars are read, and links to them made. */
@NullMarked
package com.lifeverse.liveops.feed.lambda;

import org.jspecify.annotations.NullMarked;
