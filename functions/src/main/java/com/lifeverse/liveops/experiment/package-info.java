/** Which players are given which of several variants, and whether the groups came out as they should. */
@NullMarked
package com.lifeverse.liveops.experiment;

import org.jspecify.annotations.NullMarked;
