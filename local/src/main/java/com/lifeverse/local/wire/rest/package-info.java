/** The services on the AWS port that go by method and path: Lambda and Scheduler. */
@NullMarked
package com.lifeverse.local.wire.rest;

import org.jspecify.annotations.NullMarked;
