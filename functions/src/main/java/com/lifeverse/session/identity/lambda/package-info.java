/** Identities over HTTP. */
@NullMarked
package com.lifeverse.session.identity.lambda;

import org.jspecify.annotations.NullMarked;
