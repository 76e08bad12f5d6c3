/**
 * Signing in: who the player is, and which session is theirs from now on.
 */
@NullMarked
package com.lifeverse.session.signin;

import org.jspecify.annotations.NullMarked;
