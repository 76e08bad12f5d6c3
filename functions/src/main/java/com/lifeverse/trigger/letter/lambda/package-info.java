/** Staff's routes to dead letters, and the tasks of their redrive. */
@NullMarked
package com.lifeverse.trigger.letter.lambda;

import org.jspecify.annotations.NullMarked;
