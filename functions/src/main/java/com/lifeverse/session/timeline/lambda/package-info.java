/** The version of the live events' timeline, heard from the bus. */
@NullMarked
package com.lifeverse.session.timeline.lambda;

import org.jspecify.annotations.NullMarked;
