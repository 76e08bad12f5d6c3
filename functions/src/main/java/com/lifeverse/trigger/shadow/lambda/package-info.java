/** What counts how far versions agree. */
@NullMarked
package com.lifeverse.trigger.shadow.lambda;

import org.jspecify.annotations.NullMarked;
