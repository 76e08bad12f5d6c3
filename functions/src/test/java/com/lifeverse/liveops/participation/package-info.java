@NullMarked
package com.lifeverse.liveops.participation;

import org.jspecify.annotations.NullMarked;
