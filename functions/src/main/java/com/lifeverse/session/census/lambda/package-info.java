/** Entry points of the census. */
@NullMarked
package com.lifeverse.session.census.lambda;

import org.jspecify.annotations.NullMarked;
