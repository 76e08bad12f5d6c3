package com.lifeverse.local.simulate.firstlight;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What a client keeps of its session.
 *
 * @param revision of the notices, as last heard
 */
record Session(String id, String access, String refresh, Instant renewAt, long revision) {
    static Session of(JsonNode signedIn) {
        return new Session(
                signedIn.path("sessionId").asText(),
                signedIn.path("accessToken").asText(),
                signedIn.path("refreshToken").asText(),
                Instant.parse(signedIn.at("/lease/renewAt").asText()),
                signedIn.path("noticeRevision").asLong());
    }

    Session renewed(JsonNode renewed) {
        return new Session(
                id,
                renewed.path("accessToken").asText(access),
                renewed.path("refreshToken").asText(),
                Instant.parse(renewed.at("/lease/renewAt").asText()),
                renewed.path("noticeRevision").asLong());
    }
}
