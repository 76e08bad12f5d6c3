/** Tests of how patterns are read. */
@NullMarked
package com.lifeverse.platform.pattern;

import org.jspecify.annotations.NullMarked;
