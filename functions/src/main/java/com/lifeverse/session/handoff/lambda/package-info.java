/** Handing a session over, over HTTP. */
@NullMarked
package com.lifeverse.session.handoff.lambda;

import org.jspecify.annotations.NullMarked;
