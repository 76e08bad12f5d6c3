/** Live events as files. */
@NullMarked
package com.lifeverse.liveops.event.aws;

import org.jspecify.annotations.NullMarked;
