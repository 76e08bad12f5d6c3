/** Simulations: that they find what is wrong, repeat to the byte, and hold. */
@NullMarked
package com.lifeverse.local.simulate;

import org.jspecify.annotations.NullMarked;
