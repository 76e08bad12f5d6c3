@NullMarked
package com.lifeverse.liveops.review;

import org.jspecify.annotations.NullMarked;
