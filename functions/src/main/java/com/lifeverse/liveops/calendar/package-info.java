/**
 * When live events happen: rules that a server and a client can both run, with nothing stored.
 *
 * <p>Begin with {@link com.lifeverse.liveops.calendar.EventCalendar}, then {@link com.lifeverse.liveops.calendar.Phases}.
 */
@NullMarked
package com.lifeverse.liveops.calendar;

import org.jspecify.annotations.NullMarked;
