/** The census in DynamoDB. */
@NullMarked
package com.lifeverse.session.census.aws;

import org.jspecify.annotations.NullMarked;
