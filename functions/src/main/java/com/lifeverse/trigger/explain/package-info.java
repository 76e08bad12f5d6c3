/** Why a trigger acted on an event, or did not: it falls out of the conditions and the decision. */
@NullMarked
package com.lifeverse.trigger.explain;

import org.jspecify.annotations.NullMarked;
