/** The two tasks of a delivery: one that knows secrets, and one that reaches the world. */
@NullMarked
package com.lifeverse.trigger.webhook.lambda;

import org.jspecify.annotations.NullMarked;
