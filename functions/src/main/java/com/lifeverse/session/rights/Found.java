package com.lifeverse.session.rights;

/**
 * Things about a player in one place.
 *
 * @param pass when they were found: 1 at the beginning of an erasure, 2 some minutes later, 3 a day later
 * @param store where, such as {@code players}
 * @param what of which kind, such as {@code inbox-message}; see {@link Holding}
 * @param items how many
 */
public record Found(int pass, String store, String what, long items) {}
