/** The stacks, cut by system and by lifetime. */
@NullMarked
package com.lifeverse.cdk.stack;

import org.jspecify.annotations.NullMarked;
