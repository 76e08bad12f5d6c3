/** Profiles in DynamoDB, and as documents that patterns are matched with. */
@NullMarked
package com.lifeverse.trigger.profile.aws;

import org.jspecify.annotations.NullMarked;
