/** The validator's tests. */
@NullMarked
package com.lifeverse.platform.schema;

import org.jspecify.annotations.NullMarked;
