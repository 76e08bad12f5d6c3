/**
 * Player sessions: what a session is, what it may cost and how long it lives. Plain Java; every rule takes the time as an argument.
 */
@NullMarked
package com.lifeverse.session;

import org.jspecify.annotations.NullMarked;
