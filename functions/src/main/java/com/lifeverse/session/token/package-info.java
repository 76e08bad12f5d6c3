/**
 * The two tokens of a session: the refresh token that renews it and the access token that uses it.
 */
@NullMarked
package com.lifeverse.session.token;

import org.jspecify.annotations.NullMarked;
