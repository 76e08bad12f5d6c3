/** The local stack: what the cloud assembly declares, running on this machine. */
@NullMarked
package com.lifeverse.local;

import org.jspecify.annotations.NullMarked;
