/** Live events in which players win something, while anything goes wrong. */
@NullMarked
package com.lifeverse.local.simulate.reward;

import org.jspecify.annotations.NullMarked;
