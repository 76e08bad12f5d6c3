/** Tests of the trigger context's adapters. */
@NullMarked
package com.lifeverse.trigger.match.aws;

import org.jspecify.annotations.NullMarked;
