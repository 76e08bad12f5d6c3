/** Tests of the trigger context's adapters. */
@NullMarked
package com.lifeverse.trigger.aws;

import org.jspecify.annotations.NullMarked;
