/** The queues of the stack: what SQS promises of standard queues, kept in the stack's store. */
@NullMarked
package com.lifeverse.local.queue;

import org.jspecify.annotations.NullMarked;
