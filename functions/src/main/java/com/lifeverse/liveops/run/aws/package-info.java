/** Runs in Step Functions. */
@NullMarked
package com.lifeverse.liveops.run.aws;

import org.jspecify.annotations.NullMarked;
