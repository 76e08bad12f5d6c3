/** What every local service stands on: one clock, one store, one list of callers and their permissions. */
@NullMarked
package com.lifeverse.local.kernel;

import org.jspecify.annotations.NullMarked;
