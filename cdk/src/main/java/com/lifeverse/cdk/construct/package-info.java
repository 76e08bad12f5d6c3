/** The building blocks: each says what is meant, and holds what that takes on AWS. */
@NullMarked
package com.lifeverse.cdk.construct;

import org.jspecify.annotations.NullMarked;
