@NullMarked
package com.lifeverse.liveops.settlement;

import org.jspecify.annotations.NullMarked;
