/** The ledger of compensations in its table, and the lines of plans as objects. */
@NullMarked
package com.lifeverse.liveops.compensation.aws;

import org.jspecify.annotations.NullMarked;
