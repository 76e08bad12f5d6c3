/** Definitions of live events in a table. */
@NullMarked
package com.lifeverse.liveops.desk.aws;

import org.jspecify.annotations.NullMarked;
