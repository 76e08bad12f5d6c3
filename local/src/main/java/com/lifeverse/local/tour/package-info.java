/**
 * The main job, start to end, as one player, one game server and one operator see it: over HTTP, against a stack of its
 * own. What it prints is the tour in the README.
 */
@NullMarked
package com.lifeverse.local.tour;

import org.jspecify.annotations.NullMarked;
