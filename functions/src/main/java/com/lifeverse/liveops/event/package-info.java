/** What a live event is, as its authors wrote it. */
@NullMarked
package com.lifeverse.liveops.event;

import org.jspecify.annotations.NullMarked;
