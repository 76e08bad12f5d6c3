/** A trigger as its authors wrote it: data, and what follows from it alone. */
@NullMarked
package com.lifeverse.trigger.spec;

import org.jspecify.annotations.NullMarked;
