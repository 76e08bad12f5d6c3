package com.lifeverse.local.simulate.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What a client keeps of its session.
 *
 * @param revision of the notices, as last heard
 */
public record Session(String id, String access, String refresh, Instant renewAt, long revision) {
    /** As the answer to a sign-in says it. */
    public static Session of(JsonNode signedIn) {
        return new Session(
                signedIn.path("sessionId").asText(),
                signedIn.path("accessToken").asText(),
                signedIn.path("refreshToken").asText(),
                Instant.parse(signedIn.at("/lease/renewAt").asText()),
                signedIn.path("noticeRevision").asLong());
    }

    /** What a renewal makes of it; a renewal need not carry a new access token. */
    public Session renewed(JsonNode renewed) {
        return new Session(
                id,
                renewed.path("accessToken").asText(access),
                renewed.path("refreshToken").asText(),
                Instant.parse(renewed.at("/lease/renewAt").asText()),
                renewed.path("noticeRevision").asLong());
    }
}
