/** Secondary indexes: what they hold, what a write does to them and what that costs. */
@NullMarked
package com.lifeverse.local.table.index;

import org.jspecify.annotations.NullMarked;
