/** Each fault does what it says. */
@NullMarked
package com.lifeverse.local.simulate.fault;

import org.jspecify.annotations.NullMarked;
