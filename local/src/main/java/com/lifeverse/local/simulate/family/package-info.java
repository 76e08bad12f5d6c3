/** Families of refresh tokens: many who have the same one, late retries, and thieves. */
@NullMarked
package com.lifeverse.local.simulate.family;

import org.jspecify.annotations.NullMarked;
