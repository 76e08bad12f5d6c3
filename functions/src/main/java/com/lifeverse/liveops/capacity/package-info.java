/** How much has to stand ready when, so that live events find it: a schedule that follows from the calendar. */
@NullMarked
package com.lifeverse.liveops.capacity;

import org.jspecify.annotations.NullMarked;
