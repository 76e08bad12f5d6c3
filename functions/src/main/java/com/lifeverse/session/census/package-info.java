/** Counting who is online, and ending what nobody renews. */
@NullMarked
package com.lifeverse.session.census;

import org.jspecify.annotations.NullMarked;
