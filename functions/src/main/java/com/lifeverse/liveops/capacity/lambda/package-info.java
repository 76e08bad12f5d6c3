/** What starts runs that make the stage ready for live events, and what they ask. */
@NullMarked
package com.lifeverse.liveops.capacity.lambda;

import org.jspecify.annotations.NullMarked;
