/** The resource types of HTTP APIs. */
@NullMarked
package com.lifeverse.local.http.resource;

import org.jspecify.annotations.NullMarked;
