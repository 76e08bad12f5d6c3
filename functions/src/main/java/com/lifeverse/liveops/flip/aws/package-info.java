/** The ledger of flips in the table of live events. */
@NullMarked
package com.lifeverse.liveops.flip.aws;

import org.jspecify.annotations.NullMarked;
