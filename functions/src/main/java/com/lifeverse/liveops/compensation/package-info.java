/** After an incident: whom it has cost what of a live event, and what would make up for it. */
@NullMarked
package com.lifeverse.liveops.compensation;

import org.jspecify.annotations.NullMarked;
