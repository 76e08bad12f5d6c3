/** The table engine: items in ordered maps of the store, one lock a table, every rule of a write in one place. */
@NullMarked
package com.lifeverse.local.table.engine;

import org.jspecify.annotations.NullMarked;
