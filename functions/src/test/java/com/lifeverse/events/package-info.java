/** The contract of {@code events/}: folders, samples, patterns. */
@NullMarked
package com.lifeverse.events;

import org.jspecify.annotations.NullMarked;
