/** That a timeline shows what somebody looks for. */
@NullMarked
package com.lifeverse.local.simulate.timeline;

import org.jspecify.annotations.NullMarked;
