/** What an HTTP API consists of: routes, stages, integrations, and the event that a function gets for a request. */
@NullMarked
package com.lifeverse.local.http.api;

import org.jspecify.annotations.NullMarked;
