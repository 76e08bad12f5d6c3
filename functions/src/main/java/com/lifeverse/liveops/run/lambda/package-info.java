/** What starts runs of live events, and their tasks. */
@NullMarked
package com.lifeverse.liveops.run.lambda;

import org.jspecify.annotations.NullMarked;
