/**
 * Triggers: when this happens to a player, this often, then do that. The rules, as pure functions of trigger, event, state
 * and time, and the ports through which they meet tables. No AWS, no JSON library.
 */
@NullMarked
package com.lifeverse.trigger;

import org.jspecify.annotations.NullMarked;
