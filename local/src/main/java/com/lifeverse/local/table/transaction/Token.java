package com.lifeverse.local.table.transaction;

/**
 * A client's token, with a digest of the request that came with it.
 *
 * @param digest equal for requests that ask for the same
 */
public record Token(String text, String digest) {}
