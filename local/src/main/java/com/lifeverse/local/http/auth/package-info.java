/** Who may call a route: the JWT authorizer, and Signature Version 4 with credentials that the stack hands out. */
@NullMarked
package com.lifeverse.local.http.auth;

import org.jspecify.annotations.NullMarked;
