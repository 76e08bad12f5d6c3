@NullMarked
package com.lifeverse.liveops.calendar;

import org.jspecify.annotations.NullMarked;
