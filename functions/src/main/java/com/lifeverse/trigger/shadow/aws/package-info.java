/** Agreement in DynamoDB. */
@NullMarked
package com.lifeverse.trigger.shadow.aws;

import org.jspecify.annotations.NullMarked;
