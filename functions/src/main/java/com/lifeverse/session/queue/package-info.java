/** The login queue: when more want to sign in than may, they come in as they came, at the rate that the gate sets. */
@NullMarked
package com.lifeverse.session.queue;

import org.jspecify.annotations.NullMarked;
