/** The trigger context's functions: doormen that parse, call, and answer. */
@NullMarked
package com.lifeverse.trigger.lambda;

import org.jspecify.annotations.NullMarked;
