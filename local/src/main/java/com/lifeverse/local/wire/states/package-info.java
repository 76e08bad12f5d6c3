/** Step Functions in AWS's JSON protocol. */
@NullMarked
package com.lifeverse.local.wire.states;

import org.jspecify.annotations.NullMarked;
