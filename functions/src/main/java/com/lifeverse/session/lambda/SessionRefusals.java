package com.lifeverse.session.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.session.history.PlainWords;
import com.lifeverse.session.live.Ban;
import com.lifeverse.session.live.Ending;
import java.time.Duration;

/** Why a player is refused, in words and in members that a client can act on. */
public final class SessionRefusals {
    private SessionRefusals() {}

    /** The session is over for its client. */
    public static Refused of(Ending why) {
        return switch (why) {
            case Ending.Banned(var ban) -> banned(ban);
            case Ending.Because(var reason, var by) -> {
                var ended = ended(why).with("reason", reason.slug());
                yield by.map(platform -> ended.with("platform", platform.text()))
                        .orElse(ended);
            }
            case Ending.Moved(var to) ->
                ended(why).with("reason", "handed-over").with("platform", to.text());
            case Ending.Forgotten() -> ended(why);
        };
    }

    /** The player may not play. */
    public static Refused banned(Ban ban) {
        var refused = new Refused(Problem.PLAYER_BANNED, PlainWords.banned(ban)).with("reason", ban.reason());
        return ban.until().map(until -> refused.with("until", until.toString())).orElse(refused);
    }

    /** The player's data is being erased. */
    public static Refused erasing() {
        return new Refused(
                        Problem.PLAYER_BEING_ERASED,
                        "The player's data is being erased on request; when that is done, signing in makes a new player.")
                .retryAfter(Duration.ofMinutes(5));
    }

    private static Refused ended(Ending why) {
        return new Refused(Problem.SESSION_ENDED, PlainWords.of(why));
    }
}
