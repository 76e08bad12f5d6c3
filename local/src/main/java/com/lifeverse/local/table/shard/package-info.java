/** DynamoDB Streams through the SDK's client interface: each stream is one open shard. */
@NullMarked
package com.lifeverse.local.table.shard;

import org.jspecify.annotations.NullMarked;
