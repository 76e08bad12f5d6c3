/** Data rights in the tables and the bucket of exports. */
@NullMarked
package com.lifeverse.session.rights.aws;

import org.jspecify.annotations.NullMarked;
