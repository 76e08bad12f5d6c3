/** Presence from the tables of sessions, notices and players. */
@NullMarked
package com.lifeverse.session.presence.aws;

import org.jspecify.annotations.NullMarked;
