package com.lifeverse.local.tour;

/**
 * One request as a reader would type it, and what came back.
 *
 * @param command a shell command, with {@code $NAME} where an earlier answer is used
 * @param status the HTTP status
 * @param body the answer, JSON laid out for reading, or the status if there is none
 */
public record Exchange(String command, int status, String body) {}
