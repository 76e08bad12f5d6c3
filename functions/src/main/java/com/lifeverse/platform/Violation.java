package com.lifeverse.platform;

/**
 * One thing wrong with an input.
 *
 * @param pointer where, as a JSON Pointer (RFC 6901) into the body; of a header or parameter, its name
 * @param message what would be right
 */
public record Violation(String pointer, String message) {}
