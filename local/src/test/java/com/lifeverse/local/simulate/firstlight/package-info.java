/** That the rules of first light see what they are for. */
@NullMarked
package com.lifeverse.local.simulate.firstlight;

import org.jspecify.annotations.NullMarked;
