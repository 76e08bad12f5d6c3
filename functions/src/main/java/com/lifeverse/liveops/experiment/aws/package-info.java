/** Experiments as items. */
@NullMarked
package com.lifeverse.liveops.experiment.aws;

import org.jspecify.annotations.NullMarked;
