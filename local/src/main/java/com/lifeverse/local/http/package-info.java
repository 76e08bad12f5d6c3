/**
 * API Gateway on this machine: the HTTP API that the template declares, answered over a loopback port or in process, in the
 * words that AWS uses.
 */
@NullMarked
package com.lifeverse.local.http;

import org.jspecify.annotations.NullMarked;
