@NullMarked
package com.lifeverse.liveops.capacity;

import org.jspecify.annotations.NullMarked;
