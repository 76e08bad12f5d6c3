package com.lifeverse.local.tour;

import java.util.List;

/** The steps. Each can be taken again after a crash: it names what it does, so that nothing happens twice. */
final class Script {
    private static final String BEARER = "Bearer $ACCESS";
    private static final String WIN =
            "{\"type\":\"match.ended.v1\",\"playerId\":\"$PLAYER\",\"deduplicationId\":\"match-1\","
                    + "\"payload\":{\"matchId\":\"match-1\",\"mode\":\"duel\",\"outcome\":\"win\",\"durationSeconds\":312}}";

    private Script() {}

    static List<Step> steps() {
        return List.of(
                Step.of("A player signs in with the credential that the device made at its first start.", signIn(), 201)
                        .taking(
                                "SESSION", "sessionId",
                                "PLAYER", "playerId",
                                "ACCESS", "accessToken",
                                "REFRESH", "refreshToken"),
                Step.of("The access token opens the player's own session.", readSession(), 200),
                Step.of("The game renews the session: one write, and a new refresh token.", renew("$REFRESH"), 200)
                        .taking("NEXT", "refreshToken"),
                Step.of(
                                "The answer got lost, so the game asks again: an honest retry gets the same successor.",
                                renew("$REFRESH"),
                                200)
                        .showing("/refreshToken", "$NEXT"),
                Step.of(
                                "The player wins a match. The game server says so, signed with its own credentials.",
                                win(),
                                202)
                        .after("eval \"$(./dev token --server match-server-1)\""),
                Step.of("The game server is not sure that it was heard, and says it again.", win(), 202),
                Step.of(
                                "Meanwhile: the event crossed the bus, the trigger fired once, and its workflow ran.",
                                Call.get("/_local/executions"),
                                200)
                        .showing("/executions/0/status", "SUCCEEDED")
                        .whenSettled(),
                Step.of("The next renew tells the game that there is something new.", renew("$NEXT"), 200)
                        .taking("LAST", "refreshToken")
                        .showing("/noticeRevision", "2"),
                Step.of(
                                "The inbox has the reward, once, and the message.",
                                Call.get("/v1/inbox-messages").with("authorization", BEARER),
                                200)
                        .showing("/messages#", "2")
                        .showing("/messages/0/kind", "message")
                        .showing("/messages/1/grant/amount", "100"),
                Step.of(
                        "The player signs out.",
                        Call.delete("/v1/sessions/$SESSION").with("authorization", BEARER),
                        204),
                Step.of("That is final: a renewal is refused, and says why.", renew("$LAST"), 401)
                        .showing("/type", "/problems/session-ended"));
    }

    private static Call signIn() {
        return Call.post(
                        "/v1/sessions",
                        "{\"credential\":{\"type\":\"device\",\"deviceId\":\"living-room-switch\","
                                + "\"secret\":\"made-by-the-device-at-first-start\"},"
                                + "\"platform\":\"switch\",\"clientVersion\":\"1.4.0\"}")
                .with("idempotency-key", "\"tour-1\"");
    }

    private static Call readSession() {
        return Call.get("/v1/sessions/$SESSION").with("authorization", BEARER);
    }

    private static Call renew(String refreshToken) {
        return Call.post("/v1/sessions/$SESSION/renew", "{\"refreshToken\":\"" + refreshToken + "\"}");
    }

    private static Call win() {
        return Call.post("/v1/events", WIN).signedByServer();
    }
}
