/** Tests of the trigger rules, and the contracts that every implementation of their ports keeps. */
@NullMarked
package com.lifeverse.trigger;

import org.jspecify.annotations.NullMarked;
