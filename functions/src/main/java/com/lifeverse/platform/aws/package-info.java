/** The kernel's adapters: the bus, and the outbox that travels in a table's items. */
@NullMarked
package com.lifeverse.platform.aws;

import org.jspecify.annotations.NullMarked;
