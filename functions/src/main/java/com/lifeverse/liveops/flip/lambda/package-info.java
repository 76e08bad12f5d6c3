/** The minute that sees to flips, and what staff are told of them. */
@NullMarked
package com.lifeverse.liveops.flip.lambda;

import org.jspecify.annotations.NullMarked;
