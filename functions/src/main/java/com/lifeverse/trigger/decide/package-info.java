/** What an event leads to, given a trigger, what is remembered, and the time. Pure, so it can be explained and tried out. */
@NullMarked
package com.lifeverse.trigger.decide;

import org.jspecify.annotations.NullMarked;
