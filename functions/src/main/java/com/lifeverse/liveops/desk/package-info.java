/** Who may change live events, and how a change comes to players: drafts, a second person's approval, publication. */
@NullMarked
package com.lifeverse.liveops.desk;

import org.jspecify.annotations.NullMarked;
