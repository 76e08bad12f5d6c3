/** How live events are kept: what all tables of theirs have in common. */
@NullMarked
package com.lifeverse.liveops.aws;

import org.jspecify.annotations.NullMarked;
