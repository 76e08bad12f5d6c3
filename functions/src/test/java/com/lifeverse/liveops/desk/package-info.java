@NullMarked
package com.lifeverse.liveops.desk;

import org.jspecify.annotations.NullMarked;
