/** The entry point for friends and blocks. */
@NullMarked
package com.lifeverse.session.social.lambda;

import org.jspecify.annotations.NullMarked;
