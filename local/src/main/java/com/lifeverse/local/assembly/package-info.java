/** Reads the cloud assembly and makes what it declares, in the order that its references ask for. */
@NullMarked
package com.lifeverse.local.assembly;

import org.jspecify.annotations.NullMarked;
