/** Staff's routes to runs of workflows. */
@NullMarked
package com.lifeverse.trigger.run.lambda;

import org.jspecify.annotations.NullMarked;
