package com.lifeverse.liveops.event;

import com.lifeverse.liveops.calendar.EventCalendar;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that happens in the game world for a while.
 *
 * @param id its name; also the file's
 * @param about what people should know of it
 * @param calendar when it happens
 * @param audience for whom
 * @param clients which versions of the game can show it
 * @param values what has another value while it runs
 * @param objectives what players can do in it, and what they get
 * @param requires events that must be known to the stage before this one is
 * @param peakFactor by how much it multiplies the usual load
 * @param content what only its type knows
 */
public record LiveEvent(
        String id,
        About about,
        EventCalendar calendar,
        Audience audience,
        ClientVersions clients,
        Values values,
        Objectives objectives,
        List<String> requires,
        double peakFactor,
        Map<String, Object> content) {

    /**
     * What people should know of an event.
     *
     * @param type what kind it is; says what its content holds
     * @param title by locale, for players
     * @param text by locale, for players; may be empty
     * @param labels where to find it; from the taxonomy
     * @param owner the team that answers for it
     * @param escalation whom to call, in this order
     * @param runbook what to do when it misbehaves; below {@code docs/}
     * @param accessibility how players with differing needs take part
     */
    public record About(
            String type,
            SortedMap<String, String> title,
            SortedMap<String, String> text,
            List<String> labels,
            String owner,
            List<String> escalation,
            String runbook,
            String accessibility) {
        public About {
            title = Collections.unmodifiableSortedMap(new TreeMap<>(title));
            text = Collections.unmodifiableSortedMap(new TreeMap<>(text));
            labels = List.copyOf(labels);
            escalation = List.copyOf(escalation);
        }
    }

    /**
     * What counts as progress.
     *
     * @param trigger the trigger that says when there is some
     * @param together true if all players count as one
     */
    public record Progress(String trigger, boolean together) {}

    /**
     * How players come to take part.
     *
     * @param explicit true if only those take part who say so; otherwise whoever makes progress does
     * @param sticky true if whoever is in stays in, whatever becomes of their profile
     * @param most so many at once in an occurrence; empty for as many as come
     * @param until how long after its start an occurrence lets players in; empty for as long as it runs
     */
    public record Admission(boolean explicit, boolean sticky, Optional<Integer> most, Optional<Duration> until) {
        /** Whoever makes progress is in, and stays. */
        public static final Admission OPEN = new Admission(false, true, Optional.empty(), Optional.empty());
    }

    /**
     * What is given at a milestone.
     *
     * @param tier from 1
     * @param at how much progress it takes
     * @param item what
     * @param amount how many
     */
    public record Reward(int tier, long at, String item, int amount) {}

    /**
     * What everybody who takes part finds in the inbox.
     *
     * @param at what it is told at, before, or after
     * @param offset how much later than that; negative for earlier
     * @param key the text's, which the client shows in the player's language
     */
    public record Message(Edge at, Duration offset, String key) {}

    /** What messages go by: of each player's own occurrence. */
    public enum Edge {
        /** When it begins to run. */
        START,
        /** When it no longer runs. */
        END
    }

    /**
     * What has another value while an event runs.
     *
     * @param overrides by flag
     * @param fallback what has another value instead where the event is switched off while it runs, by flag
     * @param experiment what differs from player to player; empty if nothing does
     * @param ramp how it comes to more and more players; empty if it comes to all of its audience at once
     */
    public record Values(
            SortedMap<String, Object> overrides,
            SortedMap<String, Object> fallback,
            Optional<Experiment> experiment,
            Optional<Ramp> ramp) {
        public Values {
            overrides = Collections.unmodifiableSortedMap(new TreeMap<>(overrides));
            fallback = Collections.unmodifiableSortedMap(new TreeMap<>(fallback));
        }
    }

    /**
     * What players can do in an event, and what they get.
     *
     * @param progress what they do; empty if there is nothing to achieve
     * @param admission how they come to take part
     * @param rewards what they get for it, the least first
     * @param messages what those who take part are told, and when
     */
    public record Objectives(
            Optional<Progress> progress, Admission admission, List<Reward> rewards, List<Message> messages) {
        public Objectives {
            rewards = List.copyOf(rewards);
            messages = List.copyOf(messages);
        }
    }

    public LiveEvent {
        requires = List.copyOf(requires);
        content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
    }

    public SortedMap<String, Object> overrides() {
        return values.overrides();
    }

    public SortedMap<String, Object> fallback() {
        return values.fallback();
    }

    public Optional<Experiment> experiment() {
        return values.experiment();
    }

    public Optional<Ramp> ramp() {
        return values.ramp();
    }

    public Optional<Progress> progress() {
        return objectives.progress();
    }

    public Admission admission() {
        return objectives.admission();
    }

    public List<Reward> rewards() {
        return objectives.rewards();
    }

    public List<Message> messages() {
        return objectives.messages();
    }
}
