/** Queries and scans: from key conditions to ranges of places, and from those to pages. */
@NullMarked
package com.lifeverse.local.table.read;

import org.jspecify.annotations.NullMarked;
