/** The staff's routes to live events. */
@NullMarked
package com.lifeverse.liveops.desk.lambda;

import org.jspecify.annotations.NullMarked;
