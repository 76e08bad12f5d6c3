/** A stack on one thread in virtual time, with its clients, its network and its disk. */
@NullMarked
package com.lifeverse.local.simulate.world;

import org.jspecify.annotations.NullMarked;
