/** When live events pass into their next phases, what was told of it, and how late. */
@NullMarked
package com.lifeverse.liveops.flip;

import org.jspecify.annotations.NullMarked;
