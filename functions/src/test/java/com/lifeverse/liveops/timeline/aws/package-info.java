@NullMarked
package com.lifeverse.liveops.timeline.aws;

import org.jspecify.annotations.NullMarked;
