/**
 * Crowds in DynamoDB: their sections, who has how many seats, and what was counted.
 */
@NullMarked
package com.lifeverse.session.group.crowd.aws;

import org.jspecify.annotations.NullMarked;
