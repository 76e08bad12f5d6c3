package com.lifeverse.session.history;

import com.lifeverse.session.EndReason;
import com.lifeverse.session.Platform;
import com.lifeverse.session.history.HistoryEntry.What;
import com.lifeverse.session.live.Ban;
import com.lifeverse.session.live.Ending;
import java.util.Optional;

/** Why a session is over, in words for the one who plays; every reason has some. */
public final class PlainWords {
    private PlainWords() {}

    /** What the live item still knows. */
    public static String of(Ending ending) {
        return switch (ending) {
            case Ending.Banned(var ban) -> banned(ban);
            case Ending.Because(var reason, var by) -> of(reason, by);
            case Ending.Moved(var to) -> "The session goes on on " + name(to) + ", where it was handed over to.";
            case Ending.Forgotten() -> "The session is over: it was ended, replaced, or not renewed in time.";
        };
    }

    /**
     * Why a session ended.
     *
     * @param by the platform that took over, or from which it was ended
     */
    public static String of(EndReason reason, Optional<Platform> by) {
        var there = by.map(platform -> " on " + name(platform)).orElse("");
        return switch (reason) {
            case REPLACED -> "The player signed in" + (there.isEmpty() ? " again" : there) + ", and that took over.";
            case SIGNED_OUT -> "The player signed out" + there + ".";
            case SIGNED_OUT_EVERYWHERE -> "The player signed out everywhere" + there + ".";
            case LEASE_EXPIRED -> "The game was not heard from for too long: it was closed, asleep or offline.";
            case SIGN_IN_EXPIRED -> "The sign-in was too long ago for the session to go on; signing in again is fine.";
            case REFRESH_TOKEN_REUSED ->
                "A token of the session was used twice, so somebody may have had a copy; it was ended for safety.";
            case KICKED -> "The game's staff ended the session; signing in again is fine.";
            case BANNED -> "The game's staff banned the player.";
            case ERASED -> "The player's data was erased on request.";
        };
    }

    /** Something that happened. */
    public static String of(HistoryEntry entry) {
        return switch (entry.what()) {
            case What.Started(var platform, var version, var newPlayer) ->
                "The player signed in on %s with version %s%s."
                        .formatted(name(platform), version, newPlayer ? ", for the first time" : "");
            case What.Resumed(var platform, var previous) ->
                platform == previous
                        ? "The game came back on %s and went on.".formatted(name(platform))
                        : "The player went on on %s instead of %s.".formatted(name(platform), name(previous));
            case What.Ended ended -> of(ended.reason(), ended.by());
            case What.RefreshReused() -> "A token that had been used before came again.";
            case What.Revoked(var reason, var until) ->
                "All tokens were called back. " + of(reason, Optional.empty())
                        + until.map(end -> " Until " + end + ".").orElse("");
            case What.Pardoned() -> "The game's staff lifted the ban.";
        };
    }

    /** A ban that holds. */
    public static String banned(Ban ban) {
        var end = ban.until().map(until -> "until " + until).orElse("without an end date");
        return "The player is banned %s, for %s.".formatted(end, ban.reason().replace('-', ' '));
    }

    /** What people call it. */
    public static String name(Platform platform) {
        return switch (platform) {
            case PC -> "PC";
            case PLAYSTATION -> "PlayStation";
            case XBOX -> "Xbox";
            case SWITCH -> "Switch";
            case IOS -> "iOS";
            case ANDROID -> "Android";
            case WEB -> "the web";
        };
    }
}
