/** Plans over HTTP. */
@NullMarked
package com.lifeverse.liveops.plan.lambda;

import org.jspecify.annotations.NullMarked;
