/** The tasks of settlements, and what staff see and start of them. */
@NullMarked
package com.lifeverse.liveops.settlement.lambda;

import org.jspecify.annotations.NullMarked;
