package com.lifeverse.liveops.support;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.calendar.Length;
import com.lifeverse.liveops.calendar.Recurrence;
import com.lifeverse.liveops.calendar.Stages;
import com.lifeverse.liveops.event.Audience;
import com.lifeverse.liveops.event.ClientVersions;
import com.lifeverse.liveops.event.Experiment;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.LiveEvent.About;
import com.lifeverse.liveops.event.LiveEvent.Admission;
import com.lifeverse.liveops.event.LiveEvent.Message;
import com.lifeverse.liveops.event.LiveEvent.Objectives;
import com.lifeverse.liveops.event.LiveEvent.Progress;
import com.lifeverse.liveops.event.LiveEvent.Reward;
import com.lifeverse.liveops.event.LiveEvent.Values;
import com.lifeverse.liveops.event.Ramp;
import com.lifeverse.liveops.lint.EventLint;
import com.lifeverse.liveops.lint.Finding;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Live events to say something about. */
public final class Given {
    public static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");
    public static final Clocks BERLIN = new Clocks.Zone(ZoneId.of("Europe/Berlin"));

    private Given() {}

    public static EventCalendar calendar(String start, String length, Clocks clocks) {
        return EventCalendar.once(LocalDateTime.parse(start), Length.parse(length), clocks, Stages.NONE);
    }

    public static EventCalendar again(EventCalendar once, String rule, String... excluded) {
        var left = new TreeSet<LocalDateTime>();
        List.of(excluded).forEach(time -> left.add(LocalDateTime.parse(time)));
        var recurrence = new Recurrence(rule, Optional.empty(), Optional.empty(), left);
        return new EventCalendar(once.start(), once.length(), once.clocks(), once.stages(), Optional.of(recurrence));
    }

    public static EventCalendar with(EventCalendar calendar, String preview, String endingSoon, String review) {
        var stages = new Stages(Length.parse(preview), Length.parse(endingSoon), Length.parse(review));
        return new EventCalendar(calendar.start(), calendar.length(), calendar.clocks(), stages, calendar.recurrence());
    }

    /** An event that nobody can reckon with: it begins in the last second that there is. */
    public static LiveEvent unreckonable(String id) {
        var start = LocalDateTime.MAX.truncatedTo(ChronoUnit.SECONDS);
        var calendar = EventCalendar.once(start, Length.parse("P1D"), new Clocks.Utc(), Stages.NONE);
        var event = event(id, calendar, Audience.ALL, Map.of());
        return new LiveEvent(
                id,
                event.about(),
                calendar,
                event.audience(),
                event.clients(),
                event.values(),
                event.objectives(),
                List.of(),
                2,
                Map.of());
    }

    public static LiveEvent event(EventCalendar calendar) {
        return event("feast", calendar, Audience.ALL, Map.of());
    }

    public static LiveEvent event(String id, EventCalendar calendar, Audience audience, Map<String, Object> overrides) {
        return new LiveEvent(
                id,
                about(Map.of("en", "Feast"), List.of("seasonal")),
                calendar,
                audience,
                ClientVersions.ALL,
                new Values(new TreeMap<>(overrides), new TreeMap<>(), Optional.empty(), Optional.empty()),
                new Objectives(Optional.empty(), Admission.OPEN, List.of(), List.of()),
                List.of(),
                1,
                Map.of());
    }

    public static About about(Map<String, String> title, List<String> labels) {
        SortedMap<String, String> titles = new TreeMap<>(title);
        return new About(
                "festival", titles, new TreeMap<>(), labels, "team", List.of("team"), "runbooks/a.md", "None.");
    }

    public static LiveEvent with(LiveEvent event, About about) {
        return with(event, about, event.clients(), event.values(), event.objectives(), event.requires());
    }

    public static LiveEvent with(
            LiveEvent event, Optional<Progress> progress, List<Reward> rewards, List<String> requires) {
        var clients = new ClientVersions(Optional.of("1.4.0"), Optional.of("2.0.0"));
        var objectives = new Objectives(progress, event.admission(), rewards, event.messages());
        return with(event, event.about(), clients, event.values(), objectives, requires);
    }

    public static LiveEvent with(LiveEvent event, Admission admission) {
        var objectives = new Objectives(event.progress(), admission, event.rewards(), event.messages());
        return with(event, event.about(), event.clients(), event.values(), objectives, event.requires());
    }

    public static LiveEvent telling(LiveEvent event, Message... messages) {
        var objectives = new Objectives(event.progress(), event.admission(), event.rewards(), List.of(messages));
        return with(event, event.about(), event.clients(), event.values(), objectives, event.requires());
    }

    public static LiveEvent with(LiveEvent event, Experiment experiment) {
        return with(event, Optional.of(experiment), event.ramp());
    }

    public static LiveEvent with(LiveEvent event, Ramp ramp) {
        return with(event, event.experiment(), Optional.of(ramp));
    }

    private static LiveEvent with(LiveEvent event, Optional<Experiment> experiment, Optional<Ramp> ramp) {
        var values = new Values(event.overrides(), event.fallback(), experiment, ramp);
        return with(event, event.about(), event.clients(), values, event.objectives(), event.requires());
    }

    private static LiveEvent with(
            LiveEvent event,
            About about,
            ClientVersions clients,
            Values values,
            Objectives objectives,
            List<String> requires) {
        return new LiveEvent(
                event.id(),
                about,
                event.calendar(),
                event.audience(),
                clients,
                values,
                objectives,
                requires,
                event.peakFactor(),
                event.content());
    }

    public static LiveEvent requiring(String id, String other) {
        var event = event(id, calendar("2027-03-01T18:00", "P1D", new Clocks.Utc()), Audience.ALL, Map.of());
        return with(event, Optional.empty(), List.of(), List.of(other));
    }

    public static EventLint lint() {
        return new EventLint(
                Set.of("seasonal"),
                Set.of("lantern", "kite"),
                Set.of("pc", "switch"),
                pattern -> pattern.containsKey("wrong") ? Optional.of("is wrong") : Optional.empty());
    }

    public static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }
}
