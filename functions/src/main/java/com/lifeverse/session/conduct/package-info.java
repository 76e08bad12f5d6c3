/** What staff do about a player, and what a player does about all sessions at once. */
@NullMarked
package com.lifeverse.session.conduct;

import org.jspecify.annotations.NullMarked;
