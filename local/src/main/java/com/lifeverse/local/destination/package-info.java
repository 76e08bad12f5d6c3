/** EventBridge's API destinations: what rules call outside of the stack. */
@NullMarked
package com.lifeverse.local.destination;

import org.jspecify.annotations.NullMarked;
