/**
 * Plays answers that AWS itself gave against this stack's own services and tells where they differ. Nothing here is known
 * to the services: a case is data, and its expectation is read only when the service has answered.
 */
@NullMarked
package com.lifeverse.local.recorded;

import org.jspecify.annotations.NullMarked;
