@NullMarked
package com.lifeverse.trigger.run.aws;

import org.jspecify.annotations.NullMarked;
