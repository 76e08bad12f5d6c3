package com.lifeverse.local.workflow.language;

/**
 * Where a task goes whose failure is not retried (any more). On this way the state's own shaping does not apply.
 *
 * @param path its place in the state, such as {@code Catch/0}
 */
public record Catcher(String path, ErrorNames errors, Shaping shaping, String next) {}
