/**
 * Step Functions on one machine: state machines with versions and aliases, and executions that outlive the process.
 * The language and its rules are in {@code language} and {@code machine}; here they are given a store and a clock.
 */
@NullMarked
package com.lifeverse.local.workflow;

import org.jspecify.annotations.NullMarked;
