/** Which triggers are in force: what is published, by whom, and back again. */
@NullMarked
package com.lifeverse.trigger.publish;

import org.jspecify.annotations.NullMarked;
