/** Looking over HTTP. */
@NullMarked
package com.lifeverse.liveops.preview.lambda;

import org.jspecify.annotations.NullMarked;
