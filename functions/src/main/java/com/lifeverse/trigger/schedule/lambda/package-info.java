/** What staff ask of schedules, and the minute that sees to them. */
@NullMarked
package com.lifeverse.trigger.schedule.lambda;

import org.jspecify.annotations.NullMarked;
