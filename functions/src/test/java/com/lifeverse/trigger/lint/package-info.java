/** Tests of the same package. */
@NullMarked
package com.lifeverse.trigger.lint;

import org.jspecify.annotations.NullMarked;
