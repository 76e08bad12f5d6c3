/** Schedules that deliver at a time or at a rate, kept over restarts. */
@NullMarked
package com.lifeverse.local.schedule;

import org.jspecify.annotations.NullMarked;
