/** What goes wrong in a simulation, drawn from its seed, and how it is made to happen. */
@NullMarked
package com.lifeverse.local.simulate.fault;

import org.jspecify.annotations.NullMarked;
