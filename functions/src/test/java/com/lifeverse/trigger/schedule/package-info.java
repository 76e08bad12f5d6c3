@NullMarked
package com.lifeverse.trigger.schedule;

import org.jspecify.annotations.NullMarked;
