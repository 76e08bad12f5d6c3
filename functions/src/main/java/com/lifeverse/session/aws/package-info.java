/**
 * The adapters of player sessions: tables, the secret with the keys, the issuer documents, RSA.
 */
@NullMarked
package com.lifeverse.session.aws;

import org.jspecify.annotations.NullMarked;
