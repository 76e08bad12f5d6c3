@NullMarked
package com.lifeverse.trigger.ask;

import org.jspecify.annotations.NullMarked;
