/** Questions of runs in DynamoDB. */
@NullMarked
package com.lifeverse.trigger.ask.aws;

import org.jspecify.annotations.NullMarked;
