/** What is to happen at certain times: which times are due, what becomes of them, and the ledger of runs. */
@NullMarked
package com.lifeverse.trigger.schedule;

import org.jspecify.annotations.NullMarked;
