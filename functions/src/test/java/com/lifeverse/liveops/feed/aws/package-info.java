@NullMarked
package com.lifeverse.liveops.feed.aws;

import org.jspecify.annotations.NullMarked;
