/**
 * What can be asked of a group, by whom, and what can come of it.
 */
@NullMarked
package com.lifeverse.session.group.command;

import org.jspecify.annotations.NullMarked;
