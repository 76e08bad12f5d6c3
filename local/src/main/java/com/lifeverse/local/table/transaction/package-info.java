/** Writes of several items that are made together or not at all. */
@NullMarked
package com.lifeverse.local.table.transaction;

import org.jspecify.annotations.NullMarked;
