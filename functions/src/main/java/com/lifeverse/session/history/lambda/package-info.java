/** What happened to sessions, from the bus and over HTTP. */
@NullMarked
package com.lifeverse.session.history.lambda;

import org.jspecify.annotations.NullMarked;
