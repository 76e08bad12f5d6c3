/** How operations are done on AWS. */
@NullMarked
package com.lifeverse.operations.aws;

import org.jspecify.annotations.NullMarked;
