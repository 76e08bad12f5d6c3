@NullMarked
package com.lifeverse.trigger.webhook;

import org.jspecify.annotations.NullMarked;
