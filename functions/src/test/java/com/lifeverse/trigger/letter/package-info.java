@NullMarked
package com.lifeverse.trigger.letter;

import org.jspecify.annotations.NullMarked;
