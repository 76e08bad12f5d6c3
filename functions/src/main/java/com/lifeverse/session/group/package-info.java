/**
 * Group sessions: players together, as a party, a lobby, a match or a visit. Plain Java; what a group is as of a time follows from
 * what is stored and that time alone.
 */
@NullMarked
package com.lifeverse.session.group;

import org.jspecify.annotations.NullMarked;
