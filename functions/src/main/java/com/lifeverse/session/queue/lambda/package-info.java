/** The login queue over HTTP. */
@NullMarked
package com.lifeverse.session.queue.lambda;

import org.jspecify.annotations.NullMarked;
