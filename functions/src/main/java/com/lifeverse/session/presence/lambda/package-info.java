/** The entry point for presence. */
@NullMarked
package com.lifeverse.session.presence.lambda;

import org.jspecify.annotations.NullMarked;
