/**
 * A second opinion on expressions: a plain evaluator over plain Java values that shares no code with the engine, and a
 * generator whose cases both must agree on.
 */
@NullMarked
package com.lifeverse.local.table.reference;

import org.jspecify.annotations.NullMarked;
