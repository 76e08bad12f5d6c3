/**
 * The desk where groups are asked for things: what it keeps, and how it carries out what the rules decide.
 */
@NullMarked
package com.lifeverse.session.group.desk;

import org.jspecify.annotations.NullMarked;
