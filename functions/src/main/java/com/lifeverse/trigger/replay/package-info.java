/** Telling archived events again: where they are found, and which of them are meant. */
@NullMarked
package com.lifeverse.trigger.replay;

import org.jspecify.annotations.NullMarked;
