/**
 * What may happen in a group: moves of its members, what falls due with time, and what its commands lead to.
 */
@NullMarked
package com.lifeverse.session.group.rule;

import org.jspecify.annotations.NullMarked;
