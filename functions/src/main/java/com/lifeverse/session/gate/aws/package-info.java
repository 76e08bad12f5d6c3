/** Gates in a table. */
@NullMarked
package com.lifeverse.session.gate.aws;

import org.jspecify.annotations.NullMarked;
