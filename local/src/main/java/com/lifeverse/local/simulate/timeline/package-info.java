/** What happened in a simulation, step by step, as text that two runs of a seed share byte by byte. */
@NullMarked
package com.lifeverse.local.simulate.timeline;

import org.jspecify.annotations.NullMarked;
