package com.lifeverse.local.recorded;

/**
 * Something that came out otherwise than on AWS.
 *
 * @param caseName the file or the index of the case
 * @param pointer the place in the case, as JSON Pointer
 */
public record Difference(String kind, String caseName, String pointer, String expected, String actual) {}
