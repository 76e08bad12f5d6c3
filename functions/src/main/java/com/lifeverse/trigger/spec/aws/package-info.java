/** Triggers and event types as files. */
@NullMarked
package com.lifeverse.trigger.spec.aws;

import org.jspecify.annotations.NullMarked;
