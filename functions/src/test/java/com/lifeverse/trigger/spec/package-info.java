/** Tests of the same package. */
@NullMarked
package com.lifeverse.trigger.spec;

import org.jspecify.annotations.NullMarked;
