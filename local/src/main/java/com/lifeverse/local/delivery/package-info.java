/** Durable deliveries to targets: what rules and schedules hand over is tried until it is taken or given up in the open. */
@NullMarked
package com.lifeverse.local.delivery;

import org.jspecify.annotations.NullMarked;
