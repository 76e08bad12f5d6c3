/** What a Task state can call, each as one integration that acts as the state machine's role. */
@NullMarked
package com.lifeverse.local.workflow.task;

import org.jspecify.annotations.NullMarked;
