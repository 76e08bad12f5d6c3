/** Tests of what is published. */
@NullMarked
package com.lifeverse.trigger.publish;

import org.jspecify.annotations.NullMarked;
