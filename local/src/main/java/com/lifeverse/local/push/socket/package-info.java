/** The WebSocket protocol (RFC 6455) on a loopback port. */
@NullMarked
package com.lifeverse.local.push.socket;

import org.jspecify.annotations.NullMarked;
