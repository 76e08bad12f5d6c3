/** Going on with a session on another device. */
@NullMarked
package com.lifeverse.session.handoff;

import org.jspecify.annotations.NullMarked;
