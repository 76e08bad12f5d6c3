/** What staff ask about compensations, and the tasks of their runs. */
@NullMarked
package com.lifeverse.liveops.compensation.lambda;

import org.jspecify.annotations.NullMarked;
