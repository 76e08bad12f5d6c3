@NullMarked
package com.lifeverse.trigger.letter.aws;

import org.jspecify.annotations.NullMarked;
