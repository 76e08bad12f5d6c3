/** The SDK's request and response objects as JSON, by the field descriptions that they carry themselves. */
@NullMarked
package com.lifeverse.local.wire.json;

import org.jspecify.annotations.NullMarked;
