@NullMarked
package com.lifeverse.trigger.webhook.aws;

import org.jspecify.annotations.NullMarked;
