/** Explanations of events as they stand on the bus, with states as they are stored. */
@NullMarked
package com.lifeverse.trigger.explain.aws;

import org.jspecify.annotations.NullMarked;
