/**
 * Whole-system simulation: scenarios played on the stack in virtual time while everything goes wrong that can, and what must
 * hold in the end all the same.
 */
@NullMarked
package com.lifeverse.local.simulate;

import org.jspecify.annotations.NullMarked;
