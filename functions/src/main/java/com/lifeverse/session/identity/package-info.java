/** Who a player is: identities of providers, and several of them for one player. */
@NullMarked
package com.lifeverse.session.identity;

import org.jspecify.annotations.NullMarked;
