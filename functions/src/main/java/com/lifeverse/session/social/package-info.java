/**
 * What sessions need to know of friends and blocks.
 */
@NullMarked
package com.lifeverse.session.social;

import org.jspecify.annotations.NullMarked;
