/**
 * The keys that access tokens are signed with, and how they are rotated without anyone noticing.
 */
@NullMarked
package com.lifeverse.session.key;

import org.jspecify.annotations.NullMarked;
