package com.lifeverse.trigger.lint;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.spec.Release;
import com.lifeverse.trigger.spec.Release.Stage;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Versions;
import com.lifeverse.trigger.spec.Versions.Version;
import com.lifeverse.trigger.spec.Window.Scope;
import java.util.ArrayList;
import java.util.List;

/** Whether the versions of a trigger can be in force together: players go from one to the other with all that they have done. */
public final class VersionLint {
    private VersionLint() {}

    /** Everything that is wrong, each with its place in the trigger's file. */
    public static List<Violation> findings(Versions versions) {
        var findings = new ArrayList<Violation>();
        var current = versions.current();
        whole(current, "/percent", findings);
        versions.next().ifPresent(next -> {
            if (next.trigger().version().equals(current.trigger().version())) {
                findings.add(new Violation("/next", "does nothing else than the trigger itself"));
            }
            switch (next.release().stage()) {
                case DRAFT -> {
                    // It may be unlike in everything: nobody comes to it yet.
                }
                case SHADOW -> beside(current, next, findings);
                case LIVE -> {
                    beside(current, next, findings);
                    whole(next, "/next/percent", findings);
                    instead(current.trigger(), next.trigger(), findings);
                }
                case RETIRED -> findings.add(new Violation("/next/stage", "is not for what is to follow"));
            }
        });
        return findings;
    }

    private static void beside(Version current, Version next, List<Violation> findings) {
        if (current.release().stage() != Stage.LIVE) {
            findings.add(new Violation("/next/stage", "must be draft: the trigger itself is not live"));
        }
        if (current.trigger().window().scope() != next.trigger().window().scope()) {
            findings.add(new Violation("/next/window/of", "must be as the trigger's: they share what they have seen"));
        }
    }

    // A happening that one has seen must be the same to the other, or a player would get twice what is for once.
    private static void instead(Trigger current, Trigger next, List<Violation> findings) {
        if (!current.once().equals(next.once())) {
            findings.add(
                    new Violation("/next/once", "must be as the trigger's: what counts once counts once for both"));
        }
        if (!next.window().measure().remembersAs(current.window().measure())) {
            findings.add(new Violation(
                    "/next/window", "must measure what the trigger measures: players keep what has been counted"));
        }
    }

    // What all players fill together is filled by one version.
    private static void whole(Version version, String pointer, List<Violation> findings) {
        int percent = version.release().percent();
        if (version.trigger().window().scope() == Scope.GLOBAL
                && version.release().stage() == Stage.LIVE
                && percent > 0
                && percent < Release.LIVE.percent()) {
            findings.add(new Violation(pointer, "must be 0 or 100: all players together fill one window"));
        }
    }
}
