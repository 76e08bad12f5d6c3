@NullMarked
package com.lifeverse.liveops.preview;

import org.jspecify.annotations.NullMarked;
