/** Files of schedules, their states and ledger in DynamoDB, their runs in Step Functions. */
@NullMarked
package com.lifeverse.trigger.schedule.aws;

import org.jspecify.annotations.NullMarked;
