package com.lifeverse.trigger.profile.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.profile.Attribute;
import com.lifeverse.trigger.profile.Projection;
import com.lifeverse.trigger.profile.Projection.Source;
import com.lifeverse.trigger.spec.EventField;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The projections of {@code events/profile.yaml}: what is taken from which events. */
record ProjectionReading(Set<String> tags, Set<String> counters, List<Violation> violations) {
    /** No tag lasts longer. */
    private static final Duration LONGEST = Duration.ofDays(400);

    private static final long MOST = 1_000_000;

    List<Projection> read(JsonNode projections) {
        var read = new ArrayList<Projection>();
        for (int at = 0; at < projections.size(); at++) {
            read.add(projection(projections.get(at), "/projections/" + at));
        }
        return read;
    }

    private Projection projection(JsonNode projection, String pointer) {
        var sources = new ArrayList<Source>();
        for (var set : projection.path("set").properties()) {
            value(set, pointer + "/set/" + set.getKey()).ifPresent(sources::add);
        }
        for (var tag : projection.path("tag").properties()) {
            tagged(tag, pointer + "/tag/" + tag.getKey()).ifPresent(sources::add);
        }
        for (var count : projection.path("count").properties()) {
            counted(count, pointer + "/count/" + count.getKey()).ifPresent(sources::add);
        }
        if (projection.path("set").isEmpty()
                && projection.path("tag").isEmpty()
                && projection.path("count").isEmpty()) {
            violations.add(new Violation(pointer, "must set, tag or count something"));
        }
        var from = projection.path("from").asText();
        var when = Json.object();
        when.putArray("detail-type").add(from);
        if (projection.path("when").isObject()) {
            when.set("detail", projection.path("when"));
        }
        return new Projection(from, Json.plain(when), sources);
    }

    private Optional<Source> value(Entry<String, JsonNode> set, String pointer) {
        var attribute = Attribute.called(set.getKey());
        if (attribute.isEmpty()) {
            violations.add(new Violation(pointer, "is nothing that a profile says"));
        }
        var field = field(set.getValue(), pointer);
        return attribute.flatMap(known -> field.map(from -> new Source.Value(known, from)));
    }

    private Optional<Source> tagged(Entry<String, JsonNode> tag, String pointer) {
        declared(tag.getKey(), tags, pointer);
        return attempt(
                        () -> Duration.parse(tag.getValue().asText()),
                        pointer,
                        "must be how long, such as P7D; PT0S takes it away")
                .filter(lasts -> {
                    boolean fits = !lasts.isNegative() && lasts.compareTo(LONGEST) <= 0;
                    if (!fits) {
                        violations.add(new Violation(pointer, "must be at most " + LONGEST));
                    }
                    return fits;
                })
                .map(lasts -> new Source.Tagged(tag.getKey(), lasts));
    }

    private Optional<Source> counted(Entry<String, JsonNode> count, String pointer) {
        declared(count.getKey(), counters, pointer);
        if (count.getValue().isTextual()) {
            return field(count.getValue(), pointer).map(field -> new Source.Amount(count.getKey(), field));
        }
        long by = count.getValue().asLong();
        if (!count.getValue().isIntegralNumber() || by == 0 || Math.abs(by) > MOST) {
            violations.add(new Violation(
                    pointer, "must be a place in the event, or a number from -%1$d to %1$d".formatted(MOST)));
        }
        return Optional.of(new Source.Plus(count.getKey(), by));
    }

    private void declared(String name, Set<String> names, String pointer) {
        if (!names.contains(name)) {
            violations.add(new Violation(pointer, "is not declared"));
        }
    }

    private Optional<EventField> field(JsonNode text, String pointer) {
        return attempt(
                () -> new EventField(text.asText()), pointer, "must be a place in the event, such as payload.platform");
    }

    private <T> Optional<T> attempt(Supplier<T> read, String pointer, String message) {
        try {
            return Optional.of(read.get());
        } catch (DateTimeException | IllegalArgumentException _) {
            violations.add(new Violation(pointer, message));
            return Optional.empty();
        }
    }
}
