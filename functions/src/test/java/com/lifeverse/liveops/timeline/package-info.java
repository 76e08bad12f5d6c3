@NullMarked
package com.lifeverse.liveops.timeline;

import org.jspecify.annotations.NullMarked;
