/** Event patterns as EventBridge takes them, and why it refuses the others. */
@NullMarked
package com.lifeverse.platform.pattern;

import org.jspecify.annotations.NullMarked;
