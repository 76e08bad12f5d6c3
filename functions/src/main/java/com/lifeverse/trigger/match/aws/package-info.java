/** Patterns as event-ruler judges them: which triggers want an event, and what each condition of a pattern saw. */
@NullMarked
package com.lifeverse.trigger.match.aws;

import org.jspecify.annotations.NullMarked;
