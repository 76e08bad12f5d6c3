/** The ledger of settlements in its table, and the files of who is owed something. */
@NullMarked
package com.lifeverse.liveops.settlement.aws;

import org.jspecify.annotations.NullMarked;
