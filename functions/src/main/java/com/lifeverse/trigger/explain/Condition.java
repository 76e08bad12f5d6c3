package com.lifeverse.trigger.explain;

/**
 * One demand of a pattern, and what it met.
 *
 * @param pointer its place in the trigger's file
 * @param demanded as the pattern says it
 * @param saw what there was; {@code nothing} if there was nothing
 * @param met whether it was enough
 * @param nearMiss how little was lacking; empty if it was met, or by far not
 */
public record Condition(String pointer, String demanded, String saw, boolean met, String nearMiss) {}
