/** What follows from an occurrence of a live event while it lasts: messages, and in the end its settlement. */
@NullMarked
package com.lifeverse.liveops.run;

import org.jspecify.annotations.NullMarked;
