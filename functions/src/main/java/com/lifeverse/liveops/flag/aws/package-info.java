/** Flags as a file. */
@NullMarked
package com.lifeverse.liveops.flag.aws;

import org.jspecify.annotations.NullMarked;
