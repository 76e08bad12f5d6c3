/**
 * Groups too large for one item: their members sit in sections, and seats are lent from one section to another.
 */
@NullMarked
package com.lifeverse.session.group.crowd;

import org.jspecify.annotations.NullMarked;
