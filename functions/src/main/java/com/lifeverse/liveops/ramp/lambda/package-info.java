/** What hears alarms. */
@NullMarked
package com.lifeverse.liveops.ramp.lambda;

import org.jspecify.annotations.NullMarked;
