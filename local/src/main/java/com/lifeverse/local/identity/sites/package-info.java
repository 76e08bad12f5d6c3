/** What the stack shows to the public web: sites behind CloudFront, and the issuer of the staff's tokens. */
@NullMarked
package com.lifeverse.local.identity.sites;

import org.jspecify.annotations.NullMarked;
