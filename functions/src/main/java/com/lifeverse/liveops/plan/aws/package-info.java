/** The files that plans are held against. */
@NullMarked
package com.lifeverse.liveops.plan.aws;

import org.jspecify.annotations.NullMarked;
