/** What can be set in the game, what it is where nobody sets it, and which of several settings holds. */
@NullMarked
package com.lifeverse.liveops.flag;

import org.jspecify.annotations.NullMarked;
