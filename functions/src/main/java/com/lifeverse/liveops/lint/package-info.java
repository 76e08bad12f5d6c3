/** What a live event must keep beyond its form, and what its authors should know before it runs. */
@NullMarked
package com.lifeverse.liveops.lint;

import org.jspecify.annotations.NullMarked;
