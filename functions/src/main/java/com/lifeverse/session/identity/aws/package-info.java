/** Identities in the players table, and ID tokens of OpenID providers. */
@NullMarked
package com.lifeverse.session.identity.aws;

import org.jspecify.annotations.NullMarked;
