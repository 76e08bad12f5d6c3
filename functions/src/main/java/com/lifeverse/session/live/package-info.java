/**
 * The one item a player that holds the sessions now alive, and the conditional writes that change it.
 */
@NullMarked
package com.lifeverse.session.live;

import org.jspecify.annotations.NullMarked;
