/** After an incident: whom it has cost what of a live event, what would make up for it, and how that comes to players. */
@NullMarked
package com.lifeverse.liveops.compensation;

import org.jspecify.annotations.NullMarked;
