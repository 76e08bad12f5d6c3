package com.lifeverse.trigger.profile;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.NameBasedId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What profiles can say: their attributes are always the same, their tags and counters are declared.
 *
 * @param projections what is taken from which events
 */
public record ProfileForm(SortedSet<String> tags, SortedSet<String> counters, List<Projection> projections) {
    /** How many tags and counters may be declared together. */
    public static final int MOST = 24;

    /** The event that a change of a profile is told as. */
    public static final String CHANGED = "profile.changed.v1";

    public ProfileForm {
        tags = new TreeSet<>(tags);
        counters = new TreeSet<>(counters);
        projections = List.copyOf(projections);
        if (tags.size() + counters.size() > MOST) {
            throw new IllegalArgumentException("A profile has at most " + MOST + " tags and counters");
        }
    }

    /**
     * What an event tells of its player, by these projections of it.
     *
     * @return empty if it tells nothing
     */
    public Optional<ProfileNews> news(Envelope event, List<Projection> matching) {
        var steps = matching.stream()
                .flatMap(projection -> projection.steps(event).stream())
                .toList();
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ProfileNews(NameBasedId.bits(event.type(), event.deduplicationId()), event.time(), steps));
    }

    /** What events of a type can change in a profile, as {@link ProfileStep#name()}. */
    public SortedSet<String> changedBy(String type) {
        var names = new TreeSet<String>();
        projections.stream()
                .filter(projection -> projection.from().equals(type))
                .forEach(projection -> projection.sources().forEach(source -> names.add(source.name())));
        return names;
    }
}
