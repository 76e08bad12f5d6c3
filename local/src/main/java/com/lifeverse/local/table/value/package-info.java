/** Attribute values and items as the table engine holds them: own types, DynamoDB's limits, order and sizes. */
@NullMarked
package com.lifeverse.local.table.value;

import org.jspecify.annotations.NullMarked;
