/** The numbers of all contexts, held to what is written of them. */
@NullMarked
package com.lifeverse.policies;

import org.jspecify.annotations.NullMarked;
