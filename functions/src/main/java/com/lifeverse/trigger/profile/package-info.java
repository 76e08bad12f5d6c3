/** What is known of players, for conditions to be held against: kept from events, from game servers and from effects. */
@NullMarked
package com.lifeverse.trigger.profile;

import org.jspecify.annotations.NullMarked;
