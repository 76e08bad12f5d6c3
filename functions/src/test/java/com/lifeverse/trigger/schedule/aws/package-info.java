@NullMarked
package com.lifeverse.trigger.schedule.aws;

import org.jspecify.annotations.NullMarked;
