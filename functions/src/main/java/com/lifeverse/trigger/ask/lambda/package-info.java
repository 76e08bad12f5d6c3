/** The task by which runs ask. */
@NullMarked
package com.lifeverse.trigger.ask.lambda;

import org.jspecify.annotations.NullMarked;
