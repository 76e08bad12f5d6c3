/** What all handlers are made of: reading requests, answering problems, batches, the outbox. */
@NullMarked
package com.lifeverse.platform.lambda;

import org.jspecify.annotations.NullMarked;
