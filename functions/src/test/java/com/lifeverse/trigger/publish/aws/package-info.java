@NullMarked
package com.lifeverse.trigger.publish.aws;

import org.jspecify.annotations.NullMarked;
