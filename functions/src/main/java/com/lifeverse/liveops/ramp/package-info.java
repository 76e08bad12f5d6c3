/** How live events come to more and more players, and go back when an alarm rings. */
@NullMarked
package com.lifeverse.liveops.ramp;

import org.jspecify.annotations.NullMarked;
