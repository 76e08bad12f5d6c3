package com.lifeverse.liveops.lint;

import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.LiveEvent.Progress;
import com.lifeverse.liveops.event.LiveEvent.Reward;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What players are promised for what they do: a claim and a settlement go by the revision of the moment, so it may become more, and not less. */
final class PromiseLint {
    private PromiseLint() {}

    /**
     * What {@code wanted} would take from players of an occurrence.
     *
     * @param had what they have been promised
     * @param why what makes it wrong, and what would be right; follows on what is taken
     */
    static List<Finding> findings(LiveEvent had, LiveEvent wanted, String why) {
        if (had.rewards().isEmpty()) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        had.progress().ifPresent(progress -> findings.addAll(progress(progress, wanted.progress(), why)));
        had.rewards().forEach(reward -> findings.addAll(reward(reward, wanted.rewards(), why)));
        return findings;
    }

    private static List<Finding> progress(Progress had, Optional<Progress> wanted, String why) {
        var findings = new ArrayList<Finding>();
        if (wanted.filter(progress -> progress.trigger().equals(had.trigger())).isEmpty()) {
            findings.add(kept("/progress/trigger", "is " + had.trigger(), why));
        }
        if (wanted.filter(progress -> progress.together() == had.together()).isEmpty()) {
            findings.add(kept("/progress/scope", "is " + (had.together() ? "global" : "player"), why));
        }
        return findings;
    }

    private static List<Finding> reward(Reward had, List<Reward> rewards, String why) {
        var findings = new ArrayList<Finding>();
        for (int at = 0; at < rewards.size(); at++) {
            var wanted = rewards.get(at);
            if (wanted.tier() == had.tier()) {
                if (wanted.at() > had.at()) {
                    findings.add(kept("/rewards/" + at + "/at", "is " + had.at() + " at most", why));
                }
                if (!wanted.item().equals(had.item())) {
                    findings.add(kept("/rewards/" + at + "/grant/item", "is " + had.item(), why));
                }
                if (wanted.amount() < had.amount()) {
                    findings.add(kept("/rewards/" + at + "/grant/amount", "is " + had.amount() + " at least", why));
                }
                return findings;
            }
        }
        return List.of(kept("/rewards", "has tier " + had.tier(), why));
    }

    private static Finding kept(String pointer, String what, String why) {
        return Finding.error("running", pointer, what + why);
    }
}
