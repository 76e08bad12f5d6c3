package com.lifeverse.local.simulate;

/**
 * Something that must hold and does not.
 *
 * @param invariant its name
 * @param what was seen instead, with ids to look for in the timeline
 */
public record Violation(String invariant, String what) {}
