/** Parts that clients of any scenario are made of: requests, what answers say, and how good clients insist. */
@NullMarked
package com.lifeverse.local.simulate.client;

import org.jspecify.annotations.NullMarked;
