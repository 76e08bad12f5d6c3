/** Tests of the local tables: the rules of expressions and values, and the tables as the SDK's client shows them. */
@NullMarked
package com.lifeverse.local.table;

import org.jspecify.annotations.NullMarked;
