/** How another system is reached, and where destinations are written down. */
@NullMarked
package com.lifeverse.trigger.webhook.aws;

import org.jspecify.annotations.NullMarked;
