/** What a table is: its keys, its stream, its time to live, and the names that follow from them. */
@NullMarked
package com.lifeverse.local.table.schema;

import org.jspecify.annotations.NullMarked;
