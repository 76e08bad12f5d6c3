/** What a player would see at any moment, and why. Nothing is changed by looking. */
@NullMarked
package com.lifeverse.liveops.preview;

import org.jspecify.annotations.NullMarked;
