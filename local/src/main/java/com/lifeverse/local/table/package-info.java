/**
 * The local DynamoDB: an engine of its own on the stack's store, seen through the SDK's client interface, with streams
 * and time to live by the stack's clock.
 */
@NullMarked
package com.lifeverse.local.table;

import org.jspecify.annotations.NullMarked;
