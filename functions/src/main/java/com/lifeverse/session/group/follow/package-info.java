/**
 * What follows a change of a group: it is listed, those in it are told, and what will fall due is seen to.
 */
@NullMarked
package com.lifeverse.session.group.follow;

import org.jspecify.annotations.NullMarked;
