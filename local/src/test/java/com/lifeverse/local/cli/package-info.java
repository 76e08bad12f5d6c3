/** What commands make of their words. */
@NullMarked
package com.lifeverse.local.cli;

import org.jspecify.annotations.NullMarked;
