/** Tests of the trigger context's functions. */
@NullMarked
package com.lifeverse.trigger.lambda;

import org.jspecify.annotations.NullMarked;
