/** Tests of the same package. */
@NullMarked
package com.lifeverse.trigger.profile.aws;

import org.jspecify.annotations.NullMarked;
