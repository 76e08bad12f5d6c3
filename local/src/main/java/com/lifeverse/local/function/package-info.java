/**
 * Lambda on this machine: functions of the template run in this process, each with its own classes, settings and role, one
 * invocation at a time an instance, cut at their time-out.
 */
@NullMarked
package com.lifeverse.local.function;

import org.jspecify.annotations.NullMarked;
