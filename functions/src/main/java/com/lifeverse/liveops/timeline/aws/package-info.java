/** Timelines in objects, and which of them is the newest in a table. */
@NullMarked
package com.lifeverse.liveops.timeline.aws;

import org.jspecify.annotations.NullMarked;
