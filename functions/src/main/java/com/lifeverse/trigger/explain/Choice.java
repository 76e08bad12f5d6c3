package com.lifeverse.trigger.explain;

import com.lifeverse.trigger.spec.Release;
import com.lifeverse.trigger.spec.Release.Stage;
import com.lifeverse.trigger.spec.Versions;
import com.lifeverse.trigger.spec.Versions.Version;
import java.util.Locale;

/** Why a player has the version that they have, in plain words. */
public final class Choice {
    private Choice() {}

    /** Why; empty if there is nothing to choose. */
    public static String of(Versions versions, String owner) {
        var current = versions.current().release();
        if (versions.next().isEmpty() && current.equals(Release.LIVE)) {
            return "";
        }
        return versions.acting(owner)
                .map(trigger -> "Version %s: the %s one. %s"
                        .formatted(
                                trigger.version(),
                                trigger.equals(versions.current().trigger()) ? "current" : "next",
                                all(versions, owner)))
                .orElseGet(() -> "No version acts for this player. " + all(versions, owner));
    }

    /** What a version would have to be to act for this player, as a condition that is not met. */
    public static Condition unmet(Versions versions, String owner) {
        var release = versions.current().release();
        return release.stage() == Stage.LIVE
                ? new Condition(
                        "/percent",
                        "one of the first %d hundredths of the players".formatted(release.percent()),
                        "hundredth " + Release.hundredth(versions.id(), owner),
                        false,
                        "")
                : new Condition("/stage", "live", word(release.stage()), false, "");
    }

    private static String all(Versions versions, String owner) {
        var words = new StringBuilder("The current one is " + stage(versions.current()));
        versions.next().ifPresent(next -> words.append(", the next one ").append(stage(next)));
        return words
                + "; this player is in hundredth %d of 0 to 99.".formatted(Release.hundredth(versions.id(), owner));
    }

    private static String stage(Version version) {
        var release = version.release();
        return release.stage() == Stage.LIVE
                ? "live for %d %% of the players".formatted(release.percent())
                : word(release.stage());
    }

    private static String word(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }
}
