@NullMarked
package com.lifeverse.trigger.turn;

import org.jspecify.annotations.NullMarked;
