/** Progress is kept and results are written down. */
@NullMarked
package com.lifeverse.local.simulate.prove;

import org.jspecify.annotations.NullMarked;
