/** The Lambda resource types of the template. */
@NullMarked
package com.lifeverse.local.function.resource;

import org.jspecify.annotations.NullMarked;
