/** Journeys of people through the whole stack. */
@NullMarked
package com.lifeverse.local.journey;

import org.jspecify.annotations.NullMarked;
