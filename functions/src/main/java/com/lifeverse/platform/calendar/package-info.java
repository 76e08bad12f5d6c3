/** Times as EventBridge Scheduler writes them: what they mean, and what it says to those that mean nothing. */
@NullMarked
package com.lifeverse.platform.calendar;

import org.jspecify.annotations.NullMarked;
