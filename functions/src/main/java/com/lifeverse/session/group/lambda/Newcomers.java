package com.lifeverse.session.group.lambda;

import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.aws.DynamoLiveSessions;
import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.Hands;
import com.lifeverse.session.group.MemberTraits;
import com.lifeverse.session.lambda.SessionRefusals;
import com.lifeverse.session.own.Bearer;
import com.lifeverse.session.own.OwnSession;
import java.time.Instant;

/**
 * Who takes a seat: the bearer of a token whose session is alive and still theirs, with what a group must respect of them. A token
 * outlives its session by up to half an hour, and a seat must not be taken with what is over.
 */
record Newcomers(OwnSession own, MemberTraits traits) {
    static Newcomers of(LambdaRuntime runtime, MemberTraits traits) {
        var settings = Settings.require(runtime.environment(), "LIVE_TABLE");
        var live = new DynamoLiveSessions(runtime.aws().dynamoDb(), settings.text("LIVE_TABLE"));
        return new Newcomers(new OwnSession(live, SessionPolicy.standard()), traits);
    }

    /** The bearer as who comes in: two read units. Refused if their session is over, with the reason. */
    Entrant entrant(Bearer bearer, Instant now) {
        var session = switch (own.look(bearer, bearer.sessionId(), now)) {
            case OwnSession.Look.Found found -> found.session();
            case OwnSession.Look.Ended(var why) -> throw SessionRefusals.of(why);
            case OwnSession.Look.NotFound() -> throw new IllegalStateException("A token's own session is another's");
        };
        var player = bearer.playerId();
        var hands = new Hands(session.client().platform(), session.fence());
        return new Entrant(player, bearer.sessionId(), hands, traits.of(player));
    }
}
