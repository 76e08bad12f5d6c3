/** Groups under trouble: players race for the last seats of parties, come, go, vanish and put each other out. */
@NullMarked
package com.lifeverse.local.simulate.party;

import org.jspecify.annotations.NullMarked;
