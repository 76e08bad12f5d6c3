/** Live events in other people's calendars: what a feed holds, and who may read it. */
@NullMarked
package com.lifeverse.liveops.feed;

import org.jspecify.annotations.NullMarked;
