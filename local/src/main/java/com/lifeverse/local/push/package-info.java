/** API Gateway for WebSocket APIs: connections, their routes, and the service that sends to them. No sockets here. */
@NullMarked
package com.lifeverse.local.push;

import org.jspecify.annotations.NullMarked;
