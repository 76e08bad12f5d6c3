@NullMarked
package com.lifeverse.operations.lambda;

import org.jspecify.annotations.NullMarked;
