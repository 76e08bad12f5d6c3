/** Who takes part in live events: joining, progress, tiers and what is claimed of them, goals of all together, and boards. */
@NullMarked
package com.lifeverse.liveops.participation;

import org.jspecify.annotations.NullMarked;
