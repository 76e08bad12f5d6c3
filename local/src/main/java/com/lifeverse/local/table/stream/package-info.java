/** The change streams of tables: kept compactly, shown as the records that functions get. */
@NullMarked
package com.lifeverse.local.table.stream;

import org.jspecify.annotations.NullMarked;
