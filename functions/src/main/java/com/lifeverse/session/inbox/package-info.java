/**
 * The inbox: what the game tells a player, kept until they read it or it grows old.
 */
@NullMarked
package com.lifeverse.session.inbox;

import org.jspecify.annotations.NullMarked;
