/** Tests of the same package. */
@NullMarked
package com.lifeverse.trigger.profile;

import org.jspecify.annotations.NullMarked;
