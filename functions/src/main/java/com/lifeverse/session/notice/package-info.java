/**
 * Notices: small signals that something has changed, so that a client reads it again. They come over a WebSocket, else by
 * a poll, else with the next renewal.
 */
@NullMarked
package com.lifeverse.session.notice;

import org.jspecify.annotations.NullMarked;
