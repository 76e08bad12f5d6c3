/** Dead letters in DynamoDB, and how they come out of queues. */
@NullMarked
package com.lifeverse.trigger.letter.aws;

import org.jspecify.annotations.NullMarked;
