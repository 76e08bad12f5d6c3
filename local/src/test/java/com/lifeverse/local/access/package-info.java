/** Who reaches what: every operation of the contract, tried with tokens that it must not open to. */
@NullMarked
package com.lifeverse.local.access;

import org.jspecify.annotations.NullMarked;
