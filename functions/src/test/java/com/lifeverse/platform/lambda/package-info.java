@NullMarked
package com.lifeverse.platform.lambda;

import org.jspecify.annotations.NullMarked;
