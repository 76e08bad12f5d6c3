@NullMarked
package com.lifeverse.liveops.run;

import org.jspecify.annotations.NullMarked;
