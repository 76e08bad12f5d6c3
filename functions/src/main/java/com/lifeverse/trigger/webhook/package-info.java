/** Calls to other systems: who may be called, and how they know that it is us. */
@NullMarked
package com.lifeverse.trigger.webhook;

import org.jspecify.annotations.NullMarked;
