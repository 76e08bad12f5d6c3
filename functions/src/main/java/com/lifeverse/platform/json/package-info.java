/** How the functions read and write JSON: one mapper, and the form that envelopes have on the bus. */
@NullMarked
package com.lifeverse.platform.json;

import org.jspecify.annotations.NullMarked;
