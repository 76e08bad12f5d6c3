/** Triggers under faults, and a slow reference that says what they must do; it shares no code with the engine. */
@NullMarked
package com.lifeverse.local.simulate.trigger;

import org.jspecify.annotations.NullMarked;
