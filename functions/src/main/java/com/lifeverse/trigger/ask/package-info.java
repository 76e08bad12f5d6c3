/** What runs ask people, and what these answer. */
@NullMarked
package com.lifeverse.trigger.ask;

import org.jspecify.annotations.NullMarked;
