/** What players will have, told ahead of time: one signed document for each platform and region. */
@NullMarked
package com.lifeverse.liveops.timeline;

import org.jspecify.annotations.NullMarked;
