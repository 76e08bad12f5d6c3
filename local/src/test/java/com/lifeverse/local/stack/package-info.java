/** The whole stack, from the assembly that deploys, over real HTTP. */
@NullMarked
package com.lifeverse.local.stack;

import org.jspecify.annotations.NullMarked;
