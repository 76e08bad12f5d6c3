/** The first scenario: the slice of first light, from sign-in to the inbox. */
@NullMarked
package com.lifeverse.local.simulate.firstlight;

import org.jspecify.annotations.NullMarked;
