/**
 * What a player may do with their own session: look at it and end it.
 */
@NullMarked
package com.lifeverse.session.own;

import org.jspecify.annotations.NullMarked;
