/** Secrets Manager: secrets with their versions, kept for good. */
@NullMarked
package com.lifeverse.local.identity.secrets;

import org.jspecify.annotations.NullMarked;
