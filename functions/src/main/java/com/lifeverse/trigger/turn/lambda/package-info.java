/** The tasks of {@code workflow-turn}. */
@NullMarked
package com.lifeverse.trigger.turn.lambda;

import org.jspecify.annotations.NullMarked;
