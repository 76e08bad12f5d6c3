package com.lifeverse.local.function.instance;

/**
 * One call of a function.
 *
 * @param requestId the same for all attempts of one asynchronous event
 * @param arn the ARN that it was called with
 * @param version the version behind that ARN, {@code $LATEST} without one
 * @param payload JSON text
 */
public record Invocation(String requestId, String arn, String version, String payload) {}
