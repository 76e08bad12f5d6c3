/** Event buses with rules: what EventBridge takes, matches by pattern and hands to targets. */
@NullMarked
package com.lifeverse.local.bus;

import org.jspecify.annotations.NullMarked;
