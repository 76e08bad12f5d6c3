/** Feeds as text that calendar programs read. */
@NullMarked
package com.lifeverse.liveops.feed.aws;

import org.jspecify.annotations.NullMarked;
