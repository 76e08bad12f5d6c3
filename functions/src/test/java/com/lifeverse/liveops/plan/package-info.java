@NullMarked
package com.lifeverse.liveops.plan;

import org.jspecify.annotations.NullMarked;
