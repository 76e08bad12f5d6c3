@NullMarked
package com.lifeverse.liveops.flip;

import org.jspecify.annotations.NullMarked;
