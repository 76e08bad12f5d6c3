/** The port that AWS tools speak to: the stack's services over HTTP, as AWS's own endpoints answer. */
@NullMarked
package com.lifeverse.local.wire;

import org.jspecify.annotations.NullMarked;
