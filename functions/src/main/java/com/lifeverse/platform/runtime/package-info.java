/**
 * What a function lives in: its settings, its clock, its source of ids and its AWS clients. Real on Lambda, the local
 * stack's own on a laptop. These types, the JDK's and the AWS SDK's are all that the two sides share.
 */
@NullMarked
package com.lifeverse.platform.runtime;

import org.jspecify.annotations.NullMarked;
