package com.lifeverse.trigger.profile;

import com.lifeverse.trigger.profile.Profile.Said;
import com.lifeverse.trigger.profile.Profile.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Set;
import java.util.TreeMap;

/** What news make of a profile. Pure; in whichever order news come, and however often, the same is known in the end. */
public final class ProfileRules {
    /** Sums stop here: no pattern's number is as large by far. */
    private static final long MOST = 1_000_000_000_000_000L;

    private ProfileRules() {}

    /**
     * What came of news.
     *
     * @param counted whether something was counted, so that it must be remembered that it was
     */
    public record Learnt(Profile profile, boolean counted) {}

    /**
     * What is known after that.
     *
     * @param counted happenings of which is known otherwise that they have been counted
     * @param horizon what is older changes nothing: whether it was counted is not remembered
     */
    public static Learnt after(
            Profile before, ProfileNews news, Set<Long> counted, ProfileForm form, Instant now, Duration horizon) {
        var oldest = now.minus(horizon);
        if (news.at().isBefore(oldest)) {
            return new Learnt(before, false);
        }
        boolean counts = news.counts() && !before.recent().contains(news.key()) && !counted.contains(news.key());
        var said = new EnumMap<Attribute, Said>(Attribute.class);
        said.putAll(before.said());
        var tags = new TreeMap<>(before.tags());
        var counters = new TreeMap<>(before.counters());
        for (var step : news.steps()) {
            switch (step) {
                case ProfileStep.Say(var attribute, var value) ->
                    said.merge(attribute, new Said(value, news.at()), (old, fresh) -> old.or(fresh));
                case ProfileStep.Mark(var tag, var until) ->
                    tags.merge(tag, new Tag(until, news.at()), (old, fresh) -> old.or(fresh));
                case ProfileStep.Count(var counter, var by) -> {
                    if (counts) {
                        counters.merge(counter, by, (sum, more) -> Math.clamp(sum + more, -MOST, MOST));
                    }
                }
            }
        }
        var recent = new ArrayList<>(before.recent());
        if (counts) {
            recent.add(news.key());
        }
        var latest = recent.subList(Math.max(0, recent.size() - Profile.RECENT), recent.size());
        var after = new Profile(said, tags, counters, latest);
        return new Learnt(after.equals(before) ? before : tidied(after, form, now, oldest), counts);
    }

    // A tag that has run out is kept as long as an older event might bring it back. What the form does not name any
    // more goes
    // only where room is needed: another version of the code may still know it.
    private static Profile tidied(Profile profile, ProfileForm form, Instant now, Instant oldest) {
        var tags = new TreeMap<>(profile.tags());
        tags.values().removeIf(tag -> !tag.holds(now) && tag.at().isBefore(oldest));
        var counters = new TreeMap<>(profile.counters());
        if (tags.size() + counters.size() > Profile.MOST) {
            tags.keySet().retainAll(form.tags());
            counters.keySet().retainAll(form.counters());
        }
        return new Profile(profile.said(), tags, counters, profile.recent());
    }
}
