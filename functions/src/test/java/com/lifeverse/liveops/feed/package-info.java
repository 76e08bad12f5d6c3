@NullMarked
package com.lifeverse.liveops.feed;

import org.jspecify.annotations.NullMarked;
