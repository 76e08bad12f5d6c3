/** Experiments over HTTP, and looking after them. */
@NullMarked
package com.lifeverse.liveops.experiment.lambda;

import org.jspecify.annotations.NullMarked;
