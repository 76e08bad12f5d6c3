/** Handlers that tests deploy. They are loaded as a function's own classes, apart from those of the tests. */
@NullMarked
package com.lifeverse.local.function.sample;

import org.jspecify.annotations.NullMarked;
