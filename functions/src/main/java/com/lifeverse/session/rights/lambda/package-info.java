/** Data rights over HTTP, and as tasks of workflows. */
@NullMarked
package com.lifeverse.session.rights.lambda;

import org.jspecify.annotations.NullMarked;
