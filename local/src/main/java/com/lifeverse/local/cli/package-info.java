/** The commands of {@code ./dev} that are written in Java. */
@NullMarked
package com.lifeverse.local.cli;

import org.jspecify.annotations.NullMarked;
