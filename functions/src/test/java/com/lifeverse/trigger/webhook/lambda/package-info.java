@NullMarked
package com.lifeverse.trigger.webhook.lambda;

import org.jspecify.annotations.NullMarked;
