/** How fast the tables and the workflows are, and on what machine. */
@NullMarked
package com.lifeverse.local.bench;

import org.jspecify.annotations.NullMarked;
