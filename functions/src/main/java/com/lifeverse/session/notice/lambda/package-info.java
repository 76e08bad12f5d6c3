/** Entry points for notices: tickets and polls over HTTP, the WebSocket's routes, the queue of what is to be told. */
@NullMarked
package com.lifeverse.session.notice.lambda;

import org.jspecify.annotations.NullMarked;
