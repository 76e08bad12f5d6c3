@NullMarked
package com.lifeverse.local.wire;

import org.jspecify.annotations.NullMarked;
