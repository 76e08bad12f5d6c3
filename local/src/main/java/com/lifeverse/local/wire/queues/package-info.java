/** SQS on the AWS port. */
@NullMarked
package com.lifeverse.local.wire.queues;

import org.jspecify.annotations.NullMarked;
