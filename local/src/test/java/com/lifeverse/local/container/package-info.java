/**
 * The container ring: what runs here against the local stack's own services, run against those of an emulator in a container or
 * of any other endpoint that answers as AWS does. Only {@code ./dev containers} asks for it.
 */
@NullMarked
package com.lifeverse.local.container;

import org.jspecify.annotations.NullMarked;
