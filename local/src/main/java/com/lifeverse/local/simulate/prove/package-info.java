/** Proofs by full counts: checks that take minutes to an hour, what is kept of them, and where they are written down. */
@NullMarked
package com.lifeverse.local.simulate.prove;

import org.jspecify.annotations.NullMarked;
