/** The entry point for preferences. */
@NullMarked
package com.lifeverse.session.preference.lambda;

import org.jspecify.annotations.NullMarked;
