/** Entry points of what operations need to run by itself. */
@NullMarked
package com.lifeverse.operations.lambda;

import org.jspecify.annotations.NullMarked;
