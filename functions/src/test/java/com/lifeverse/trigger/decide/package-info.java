/** Tests of the same package. */
@NullMarked
package com.lifeverse.trigger.decide;

import org.jspecify.annotations.NullMarked;
