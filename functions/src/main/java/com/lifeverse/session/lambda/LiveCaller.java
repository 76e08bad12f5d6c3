package com.lifeverse.session.lambda;

import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.aws.DynamoLiveSessions;
import com.lifeverse.session.own.Bearer;
import com.lifeverse.session.own.OwnSession;
import com.lifeverse.session.own.OwnSession.Look;
import java.time.Instant;

/**
 * Who calls with a session that is alive and still theirs: what every change that a player asks for begins with. A token
 * outlives its session by up to half an hour, and so does the one of a device that handed its session over; neither is to
 * change anything.
 *
 * <p>Costs one consistent read of the live item, a read unit, beside what the change costs. What was under way in the
 * milliseconds in which the session ended is still done.
 */
public record LiveCaller(OwnSession own) {
    /** For a function that has {@code LIVE_TABLE} and may get items of it. */
    public static LiveCaller of(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_TABLE");
        var live = new DynamoLiveSessions(runtime.aws().dynamoDb(), settings.text("LIVE_TABLE"));
        return new LiveCaller(new OwnSession(live, settings.policy(SessionPolicy.class)));
    }

    /**
     * The bearer of the request's token.
     *
     * @throws com.lifeverse.platform.Refused saying why, if the session is over or has changed hands
     */
    public Bearer bearer(HttpRequest request, Instant now) {
        var bearer = PlayerCaller.bearer(request);
        session(bearer, now);
        return bearer;
    }

    /** The bearer's session as it is now; refused as in {@link #bearer}. */
    public Look.Found session(Bearer bearer, Instant now) {
        return switch (own.look(bearer, bearer.sessionId(), now)) {
            case Look.Found found -> found;
            case Look.NotFound() -> throw new IllegalStateException("A token's own session is another's");
            case Look.Ended(var why) -> throw SessionRefusals.of(why);
        };
    }
}
