/** What happened to sessions, kept for a while, and told in plain words. */
@NullMarked
package com.lifeverse.session.history;

import org.jspecify.annotations.NullMarked;
