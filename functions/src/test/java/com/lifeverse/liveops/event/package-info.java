@NullMarked
package com.lifeverse.liveops.event;

import org.jspecify.annotations.NullMarked;
