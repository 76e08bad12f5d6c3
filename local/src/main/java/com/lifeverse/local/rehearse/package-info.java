/**
 * Rehearsals of live events: the whole event in virtual time on a stack of its own, with staff who publish it, players who have it, and a
 * report of how it went.
 */
@NullMarked
package com.lifeverse.local.rehearse;

import org.jspecify.annotations.NullMarked;
