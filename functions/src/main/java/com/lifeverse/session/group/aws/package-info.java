/**
 * Groups in DynamoDB, and their templates on the class path.
 */
@NullMarked
package com.lifeverse.session.group.aws;

import org.jspecify.annotations.NullMarked;
