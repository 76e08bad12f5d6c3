/** The operations that make, change, show and remove tables: their checks in AWS's words and order. */
@NullMarked
package com.lifeverse.local.table.admin;

import org.jspecify.annotations.NullMarked;
