@NullMarked
package com.lifeverse.local.wire.states;

import org.jspecify.annotations.NullMarked;
