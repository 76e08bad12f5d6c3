/** Gates over HTTP. */
@NullMarked
package com.lifeverse.session.gate.lambda;

import org.jspecify.annotations.NullMarked;
