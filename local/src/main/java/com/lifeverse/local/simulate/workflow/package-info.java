/** Workflows of many shapes, drawn from the seed, which must end as they say though the stack ends at any transition. */
@NullMarked
package com.lifeverse.local.simulate.workflow;

import org.jspecify.annotations.NullMarked;
