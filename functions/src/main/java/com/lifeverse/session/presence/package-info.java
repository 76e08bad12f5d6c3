/** Who is online, as far as they let others see it. */
@NullMarked
package com.lifeverse.session.presence;

import org.jspecify.annotations.NullMarked;
