/** Preferences in the players table. */
@NullMarked
package com.lifeverse.session.preference.aws;

import org.jspecify.annotations.NullMarked;
