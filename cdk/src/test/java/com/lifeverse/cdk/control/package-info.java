/** Controls that others wrote, held against the templates; what is not followed has a reason in {@code cdk/exceptions.yaml}. */
@NullMarked
package com.lifeverse.cdk.control;

import org.jspecify.annotations.NullMarked;
