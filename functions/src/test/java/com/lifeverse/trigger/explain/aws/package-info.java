@NullMarked
package com.lifeverse.trigger.explain.aws;

import org.jspecify.annotations.NullMarked;
