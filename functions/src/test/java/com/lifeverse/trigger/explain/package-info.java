/** Tests of explanations. */
@NullMarked
package com.lifeverse.trigger.explain;

import org.jspecify.annotations.NullMarked;
