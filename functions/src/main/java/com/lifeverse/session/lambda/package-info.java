/**
 * The functions of player sessions: doormen that parse, call a use case and answer its outcome.
 */
@NullMarked
package com.lifeverse.session.lambda;

import org.jspecify.annotations.NullMarked;
