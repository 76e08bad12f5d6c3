/** The infrastructure as an app: which stage, from which files, into which directory. */
@NullMarked
package com.lifeverse.cdk;

import org.jspecify.annotations.NullMarked;
