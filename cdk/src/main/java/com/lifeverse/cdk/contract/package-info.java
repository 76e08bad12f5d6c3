/** What the infrastructure is made from: the HTTP contract, the event types and the settings of a stage. No CDK here. */
@NullMarked
package com.lifeverse.cdk.contract;

import org.jspecify.annotations.NullMarked;
