/** What the tests of functions have in common. */
@NullMarked
package com.lifeverse.platform.support;

import org.jspecify.annotations.NullMarked;
