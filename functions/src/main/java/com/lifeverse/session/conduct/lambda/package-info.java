/** What staff do about a player, over HTTP. */
@NullMarked
package com.lifeverse.session.conduct.lambda;

import org.jspecify.annotations.NullMarked;
