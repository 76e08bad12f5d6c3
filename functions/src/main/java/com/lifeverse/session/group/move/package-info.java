/**
 * The moves of members from one state to another.
 */
@NullMarked
package com.lifeverse.session.group.move;

import org.jspecify.annotations.NullMarked;
