/** The version of the live events' timeline, as renewals tell it. */
@NullMarked
package com.lifeverse.session.timeline;

import org.jspecify.annotations.NullMarked;
