/** Who goes on and who waits, where so many runs may go on for one key. */
@NullMarked
package com.lifeverse.trigger.turn;

import org.jspecify.annotations.NullMarked;
