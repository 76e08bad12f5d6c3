package com.lifeverse.trigger.profile;

import com.lifeverse.platform.NameBasedId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A profile as patterns see it, and as it is told: the attributes that are known, the tags that the player has now and those that
 * they have not, each counter, and the cohort, which is from 0 to 99 and never changes. Of somebody of whom nothing is known all
 * counters are 0.
 */
public final class ProfileDocument {
    /** All members besides the attributes. */
    public static final List<String> MEMBERS = List.of("cohort", "tags", "untagged", "counters");

    private static final String COUNTERS = "counters";
    private static final int COHORTS = 100;
    /** EventBridge compares numbers up to here. */
    private static final long MOST = 5_000_000_000L;

    private ProfileDocument() {}

    /** The document, as JSON values in plain Java. */
    public static Map<String, Object> of(String playerId, Profile profile, ProfileForm form, Instant now) {
        var document = new LinkedHashMap<String, Object>();
        profile.said()
                .forEach((attribute, said) -> document.put(attribute.member(), attribute.inDocument(said.value())));
        document.put("cohort", Math.floorMod(NameBasedId.bits("cohort", playerId), COHORTS));
        var tags = new ArrayList<String>();
        var untagged = new ArrayList<String>();
        for (var tag : form.tags()) {
            (holds(profile, tag, now) ? tags : untagged).add(tag);
        }
        document.put("tags", tags);
        document.put("untagged", untagged);
        var counters = new LinkedHashMap<String, Object>();
        form.counters().forEach(name -> counters.put(name, counted(profile, name)));
        document.put(COUNTERS, counters);
        return document;
    }

    /** When the tags that a document shows run out, for whoever keeps it. */
    public static Map<String, Object> ends(Profile profile, ProfileForm form, Instant now) {
        var ends = new LinkedHashMap<String, Object>();
        form.tags().stream()
                .filter(tag -> holds(profile, tag, now))
                .forEach(tag -> ends.put(
                        tag,
                        Optional.ofNullable(profile.tags().get(tag))
                                .orElseThrow()
                                .until()
                                .toString()));
        return ends;
    }

    /** What differs between two profiles, as {@link ProfileStep#name()}. */
    static List<String> changed(Profile before, Profile after, ProfileForm form, Instant now) {
        var names = new ArrayList<String>();
        for (var attribute : Attribute.values()) {
            if (!value(before, attribute).equals(value(after, attribute))) {
                names.add(attribute.member());
            }
        }
        var tags = new TreeSet<>(form.tags());
        tags.removeIf(tag -> Objects.equals(end(before, tag, now), end(after, tag, now)));
        tags.forEach(tag -> names.add(ProfileStep.TAGS + tag));
        var counters = new TreeSet<>(form.counters());
        counters.removeIf(name -> counted(before, name) == counted(after, name));
        counters.forEach(name -> names.add(ProfileStep.COUNTERS + name));
        return names;
    }

    private static Optional<String> value(Profile profile, Attribute attribute) {
        return Optional.ofNullable(profile.said().get(attribute)).map(Profile.Said::value);
    }

    private static Optional<Instant> end(Profile profile, String tag, Instant now) {
        return Optional.ofNullable(profile.tags().get(tag))
                .filter(held -> held.holds(now))
                .map(Profile.Tag::until);
    }

    private static boolean holds(Profile profile, String tag, Instant now) {
        return end(profile, tag, now).isPresent();
    }

    private static long counted(Profile profile, String counter) {
        return Math.clamp(Optional.ofNullable(profile.counters().get(counter)).orElse(0L), -MOST, MOST);
    }
}
