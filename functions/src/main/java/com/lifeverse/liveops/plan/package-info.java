/** What an event will be, before it is: for people to look at. */
@NullMarked
package com.lifeverse.liveops.plan;

import org.jspecify.annotations.NullMarked;
