package com.lifeverse.local.workflow.cases;

/**
 * Something that came out otherwise than the case says.
 *
 * @param pointer the place in the case file, as JSON Pointer
 */
public record Difference(String pointer, String expected, String actual) {}
