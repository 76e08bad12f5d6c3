package com.lifeverse.local.simulate.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.IntStream;

/** A trigger as the reference reads its file: what the authoring guide says of each member, in the simplest words that there are. */
record Rule(String id, JsonNode file) {
    private static final Duration USUAL_HORIZON = Duration.ofDays(15);
    /** What stands for all players together. */
    static final String EVERYBODY = "everybody";
    /** It is no step of the trigger's. */
    static final int NONE = -1;

    /** Which step of the trigger an event is. */
    int step(Fact fact) {
        if (!matches(file.path("when"), fact)) {
            return NONE;
        }
        var steps = file.at("/window/sequence");
        return steps.isArray()
                ? IntStream.range(0, steps.size())
                        .filter(at -> matches(steps.path(at), fact))
                        .findFirst()
                        .orElse(NONE)
                : 0;
    }

    /** Whether it is what must not happen. */
    boolean answers(Fact fact) {
        return waits() && matches(file.at("/window/absence"), fact);
    }

    boolean waits() {
        return file.path("window").has("absence");
    }

    String owner(Fact fact) {
        return file.at("/window/of").asText("player").equals("global") ? EVERYBODY : fact.player();
    }

    String key(Fact fact) {
        var path = file.at("/once/key").asText("");
        // Two players of one match are two happenings, also to whoever counts everybody's.
        return path.isEmpty() ? fact.type() + "/" + fact.name() + "/" + fact.player() : fact.at(path);
    }

    Duration horizon() {
        return length("/once/for").orElse(USUAL_HORIZON);
    }

    Duration within() {
        return length("/window/within").orElse(per());
    }

    boolean sliding() {
        return file.at("/window/frame").asText("tumbling").equals("sliding");
    }

    int times() {
        return file.at("/limits/perPlayer/times").asInt();
    }

    Duration per() {
        return length("/limits/perPlayer/per").orElseThrow();
    }

    /** Whether that time of day is one at which it does not act. */
    boolean rests(Instant time) {
        var hours = file.at("/limits/quietHours");
        if (hours.isMissingNode()) {
            return false;
        }
        var clock = time.atZone(ZoneId.of(hours.path("zone").asText("UTC"))).toLocalTime();
        var from = LocalTime.parse(hours.path("from").asText());
        var to = LocalTime.parse(hours.path("to").asText());
        boolean begun = clock.compareTo(from) >= 0;
        boolean notOver = clock.compareTo(to) < 0;
        return from.isBefore(to) ? begun && notOver : begun || notOver;
    }

    /** A length at a place of the file; empty if it says none. */
    Optional<Duration> length(String pointer) {
        return Optional.of(file.at(pointer).asText(""))
                .filter(text -> !text.isEmpty())
                .map(Duration::parse);
    }

    /** A number at a place of the file; 0 if it says none. */
    int number(String pointer) {
        return file.at(pointer).asInt(0);
    }

    /** The name of the stretch of that length which a time lies in, as occurrences have it. */
    static String stretch(Duration length, Instant time) {
        long days = length.toDays();
        var date = start(length, time).toString().substring(0, "2026-11-20".length());
        if (!length.equals(Duration.ofDays(days))) {
            return start(length, time) + "." + length;
        }
        return days == 1 ? date : date + ".P" + days + "D";
    }

    static Instant start(Duration length, Instant time) {
        return Instant.ofEpochSecond(time.getEpochSecond() - Math.floorMod(time.getEpochSecond(), length.toSeconds()));
    }

    private static boolean matches(JsonNode pattern, Fact fact) {
        boolean type = says(pattern.path("detail-type"), fact.type());
        return type
                && pattern.at("/detail/payload").properties().stream()
                        .allMatch(field -> says(
                                field.getValue(),
                                fact.payload().path(field.getKey()).asText()));
    }

    private static boolean says(JsonNode values, String text) {
        for (var value : values) {
            if (value.isTextual() ? value.asText().equals(text) : !says(value.path("anything-but"), text)) {
                return true;
            }
        }
        return false;
    }
}
