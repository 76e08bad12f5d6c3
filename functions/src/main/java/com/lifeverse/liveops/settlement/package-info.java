/** How the rewards of an occurrence are settled: whoever has a right to one and has not claimed it gets it, once. */
@NullMarked
package com.lifeverse.liveops.settlement;

import org.jspecify.annotations.NullMarked;
