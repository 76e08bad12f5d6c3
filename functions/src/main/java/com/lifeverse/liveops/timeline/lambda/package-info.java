/** Making timelines, and reading them over HTTP. */
@NullMarked
package com.lifeverse.liveops.timeline.lambda;

import org.jspecify.annotations.NullMarked;
