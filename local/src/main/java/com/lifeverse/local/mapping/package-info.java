/** Event source mappings: what reads queues and streams in batches and invokes functions with them. */
@NullMarked
package com.lifeverse.local.mapping;

import org.jspecify.annotations.NullMarked;
