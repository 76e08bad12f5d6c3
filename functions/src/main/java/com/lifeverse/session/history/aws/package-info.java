/** What happened to sessions, in a table. */
@NullMarked
package com.lifeverse.session.history.aws;

import org.jspecify.annotations.NullMarked;
