package com.lifeverse.session.token;

import com.lifeverse.session.Client;
import java.time.Instant;

/**
 * What an access token says of its bearer; issuer and audience are the signer's.
 *
 * @param tokenEpoch of the player: when it grows, all tokens of an earlier one are called back
 * @param issuedAt to the second
 * @param expiresAt to the second
 * @param tokenId unique
 */
public record AccessClaims(
        String playerId,
        String sessionId,
        long generation,
        long tokenEpoch,
        Client client,
        Instant issuedAt,
        Instant expiresAt,
        String tokenId) {}
