package com.lifeverse.platform;

/**
 * One thing wrong with an input.
 *
 * @param pointer where, as a JSON Pointer (RFC 6901) into the body; what does not begin with a slash is the name of a
 *     header or a parameter
 * @param message what would be right
 */
public record Violation(String pointer, String message) {}
