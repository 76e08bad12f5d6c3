/** The doormen of participation. */
@NullMarked
package com.lifeverse.liveops.participation.lambda;

import org.jspecify.annotations.NullMarked;
