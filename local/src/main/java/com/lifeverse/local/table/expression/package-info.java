/** What an expression means once it is parsed: trees, their checks against the values given, and their evaluation. */
@NullMarked
package com.lifeverse.local.table.expression;

import org.jspecify.annotations.NullMarked;
