@NullMarked
package com.lifeverse.local.function;

import org.jspecify.annotations.NullMarked;
