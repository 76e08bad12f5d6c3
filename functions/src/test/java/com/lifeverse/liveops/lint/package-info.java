@NullMarked
package com.lifeverse.liveops.lint;

import org.jspecify.annotations.NullMarked;
