/**
 * Renewing a session: one conditional write that extends the lease and rotates the refresh token.
 */
@NullMarked
package com.lifeverse.session.renew;

import org.jspecify.annotations.NullMarked;
