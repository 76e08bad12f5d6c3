/** How fast triggers are found, beside one event-ruler machine that holds the same patterns. */
@NullMarked
package com.lifeverse.local.bench.trigger;

import org.jspecify.annotations.NullMarked;
