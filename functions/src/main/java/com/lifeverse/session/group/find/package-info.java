/**
 * How groups are found: what is known of those that can be joined, and who suits whom.
 */
@NullMarked
package com.lifeverse.session.group.find;

import org.jspecify.annotations.NullMarked;
