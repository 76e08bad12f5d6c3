/**
 * The small kernel that all contexts share: the closed catalogue of problems and the envelope of events. Plain Java, no
 * AWS, no JSON library.
 */
@NullMarked
package com.lifeverse.platform;

import org.jspecify.annotations.NullMarked;
