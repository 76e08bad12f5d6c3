package com.lifeverse.local.tour;

import java.time.Instant;

/** What the tour needs of a running stack besides its HTTP API. */
public interface Host {
    /**
     * Temporary credentials of a game server.
     *
     * @param accessKeyId the key's id
     * @param secretAccessKey the key
     * @param sessionToken goes with each request
     */
    record Credentials(String accessKeyId, String secretAccessKey, String sessionToken) {}

    /** The stack's time, which signatures are checked against. */
    Instant now();

    /** Such as {@code http://127.0.0.1:8080}. */
    String baseUrl();

    /** The region that signatures name. */
    default String region() {
        return "us-east-1";
    }

    Credentials gameServer(String name);

    /** Returns when everything that was caused so far has happened; a host that cannot know that, after a while. */
    void settle();
}
