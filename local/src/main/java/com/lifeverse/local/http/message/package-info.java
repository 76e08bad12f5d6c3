/** Requests and responses, apart from how they travel. */
@NullMarked
package com.lifeverse.local.http.message;

import org.jspecify.annotations.NullMarked;
