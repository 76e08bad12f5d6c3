/** The archive of events in its bucket. */
@NullMarked
package com.lifeverse.trigger.replay.aws;

import org.jspecify.annotations.NullMarked;
