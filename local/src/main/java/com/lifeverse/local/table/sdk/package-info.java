/** The SDK's own client interface over the table engine: requests in, answers and exceptions as the SDK gives them. */
@NullMarked
package com.lifeverse.local.table.sdk;

import org.jspecify.annotations.NullMarked;
