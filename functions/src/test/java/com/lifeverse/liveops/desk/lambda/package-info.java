@NullMarked
package com.lifeverse.liveops.desk.lambda;

import org.jspecify.annotations.NullMarked;
