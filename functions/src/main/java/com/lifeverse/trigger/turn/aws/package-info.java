/** Turns in DynamoDB, and those who wait for theirs in Step Functions. */
@NullMarked
package com.lifeverse.trigger.turn.aws;

import org.jspecify.annotations.NullMarked;
