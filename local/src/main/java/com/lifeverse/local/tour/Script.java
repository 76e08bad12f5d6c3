package com.lifeverse.local.tour;

import java.util.List;

/** The steps. Each can be taken again after a crash: it names what it does, so that nothing happens twice. */
final class Script {
    private static final String BEARER = "Bearer $ACCESS";
    static final String STAFF = "Bearer $STAFF";

    /** Who does it: each run of a verification is somebody else, since a stage remembers. */
    private record Cast(String device, String key, String match) {}

    private static final Cast TOUR = new Cast("living-room-switch", "tour-1", "match-1");
    private static final Cast ABROAD = new Cast("verify-$RUN", "verify-$RUN", "verify-$RUN");

    private Script() {}

    static List<Step> steps() {
        return List.of(
                Step.of(
                                "A player signs in with the credential that the device made at its first start.",
                                signIn(TOUR),
                                201)
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
                                win(TOUR),
                                202)
                        .after("eval \"$(./dev token --server match-server-1)\""),
                Step.of("The game server is not sure that it was heard, and says it again.", win(TOUR), 202),
                Step.of(
                                "Meanwhile: the event crossed the bus, the trigger fired once, and its workflow ran.",
                                Call.get("/_local/executions"),
                                200)
                        .showing("/executions/0/status", "SUCCEEDED")
                        .whenSettled(),
                Step.of("The next renew tells the game that there is something new.", renew("$NEXT"), 200)
                        .taking("LAST", "refreshToken")
                        .showing("/noticeRevision", "2"),
                Step.of("The inbox has the reward, once, and the message.", inbox(), 200)
                        .showing("/messages#", "2")
                        .showing("/messages/0/kind", "message")
                        .showing("/messages/1/grant/amount", "100"),
                Step.of("The player signs out.", signOut(), 204),
                Step.of("That is final: a renewal is refused, and says why.", renew("$LAST"), 401)
                        .showing("/type", "/problems/session-ended"));
    }

    /** The same life at a stage that others use too, with what only the gateway and staff see of it. */
    static List<Step> abroad() {
        return List.of(
                Step.of("Without a token the gateway lets nobody in.", Call.get("/v1/inbox-messages"), 401),
                Step.of("What is not in the contract is not there.", Call.get("/v1/nowhere"), 404)
                        .showing("/type", "/problems/route-not-found"),
                Step.of("A player signs in on a new device.", signIn(ABROAD), 201)
                        .taking(
                                "SESSION", "sessionId",
                                "PLAYER", "playerId",
                                "ACCESS", "accessToken",
                                "REFRESH", "refreshToken"),
                Step.of("The access token opens the player's own session.", readSession(), 200)
                        .showing("/playerId", "$PLAYER"),
                Step.of("The game renews the session.", renew("$REFRESH"), 200).taking("NEXT", "refreshToken"),
                Step.of("An honest retry gets the same successor.", renew("$REFRESH"), 200)
                        .showing("/refreshToken", "$NEXT"),
                Step.of("An event that nobody signed is refused.", unsigned(win(ABROAD)), 403),
                Step.of("A game server tells of a win.", win(ABROAD), 202),
                Step.of("It tells it again.", win(ABROAD), 202),
                Step.of("The inbox has the reward, once, and the message.", inbox(), 200)
                        .showing("/messages#", "2")
                        .showing("/messages/0/kind", "message")
                        .showing("/messages/1/grant/amount", "100")
                        .whenSettled(),
                Step.of("The next renew goes on from there.", renew("$NEXT"), 200)
                        .taking("LAST", "refreshToken"),
                Step.of(
                        "Staff read the triggers in force.",
                        Call.get("/v1/triggers").with("authorization", STAFF),
                        200),
                Step.of("The player signs out.", signOut(), 204),
                Step.of("That is final.", renew("$LAST"), 401).showing("/type", "/problems/session-ended"),
                Step.of(
                                "Staff see that it is over, and why.",
                                Call.get("/v1/sessions/$SESSION/history").with("authorization", STAFF),
                                200)
                        .showing("/state", "ended")
                        .whenSettled());
    }

    private static Call unsigned(Call call) {
        return new Call(call.method(), call.path(), call.headers(), call.body(), false);
    }

    private static Call inbox() {
        return Call.get("/v1/inbox-messages").with("authorization", BEARER);
    }

    private static Call signOut() {
        return Call.delete("/v1/sessions/$SESSION").with("authorization", BEARER);
    }

    private static Call signIn(Cast cast) {
        return Call.post(
                        "/v1/sessions",
                        "{\"credential\":{\"type\":\"device\",\"deviceId\":\"" + cast.device() + "\","
                                + "\"secret\":\"made-by-the-device-at-first-start\"},"
                                + "\"platform\":\"switch\",\"clientVersion\":\"1.4.0\"}")
                .with("idempotency-key", "\"" + cast.key() + "\"");
    }

    private static Call readSession() {
        return Call.get("/v1/sessions/$SESSION").with("authorization", BEARER);
    }

    private static Call renew(String refreshToken) {
        return Call.post("/v1/sessions/$SESSION/renew", "{\"refreshToken\":\"" + refreshToken + "\"}");
    }

    private static Call win(Cast cast) {
        return Call.post(
                        "/v1/events",
                        "{\"type\":\"match.ended.v1\",\"playerId\":\"$PLAYER\",\"deduplicationId\":\"" + cast.match()
                                + "\",\"payload\":{\"matchId\":\"" + cast.match()
                                + "\",\"mode\":\"duel\",\"outcome\":\"win\",\"durationSeconds\":312}}")
                .signedByServer();
    }
}
