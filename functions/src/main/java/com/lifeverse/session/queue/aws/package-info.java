/** The login queue in a table. */
@NullMarked
package com.lifeverse.session.queue.aws;

import org.jspecify.annotations.NullMarked;
