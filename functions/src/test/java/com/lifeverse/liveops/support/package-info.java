@NullMarked
package com.lifeverse.liveops.support;

import org.jspecify.annotations.NullMarked;
