/**
 * What operators see and are told, derived by walking the constructs of a stack: a resource cannot be without it, since a
 * type that nobody has thought about stops the synthesis.
 */
@org.jspecify.annotations.NullMarked
package com.lifeverse.cdk.observe;
