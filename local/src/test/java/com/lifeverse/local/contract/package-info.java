/** The functions' adapters on the local table engine: the same suites that the in-memory fakes pass. */
@NullMarked
package com.lifeverse.local.contract;

import org.jspecify.annotations.NullMarked;
