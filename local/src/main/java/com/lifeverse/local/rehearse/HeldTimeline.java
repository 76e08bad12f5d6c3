package com.lifeverse.local.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.liveops.calendar.Phase;
import com.lifeverse.liveops.preview.aws.ProfilePatterns;
import com.lifeverse.local.kernel.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * A timeline as a client has it, and what a client makes of it with nothing but its clock: written from the page for clients, sharing no
 * code with the service.
 *
 * @param tag what the next question names
 */
record HeldTimeline(String tag, JsonNode body) {
    /** A client that has not asked yet. */
    static final HeldTimeline NONE = new HeldTimeline("", Json.object());

    /** The order in which phases go before each other where several occurrences are there at once. */
    private static final List<Phase> FIRST = List.of(Phase.ENDING_SOON, Phase.ACTIVE, Phase.PREVIEW, Phase.REVIEW);

    private static final List<Phase> BY_PLACE =
            List.of(Phase.HIDDEN, Phase.PREVIEW, Phase.ACTIVE, Phase.ENDING_SOON, Phase.REVIEW, Phase.CONCLUDED);
    private static final int HUNDRED = 100;

    long version() {
        return body.path("version").asLong();
    }

    boolean isExpired(Instant now) {
        return !body.has("expires")
                || !now.isBefore(Instant.parse(body.path("expires").asText()));
    }

    /** What it says of an event to that player. */
    View view(String event, Persona who, String playerId, Instant now) {
        return entry(event)
                .filter(entry -> isFor(entry, who, event + "/" + playerId))
                .map(entry -> view(entry, who, now))
                .orElse(View.NOTHING);
    }

    /** When it says that something changes next for that player; empty if it says nothing of later. */
    Optional<Instant> next(String event, Persona who, Instant now) {
        return entry(event).flatMap(entry -> {
            long shift = shift(entry, who, now);
            return numbers(entry)
                    .filter(time -> time - shift > now.getEpochSecond())
                    .boxed()
                    .min(Long::compare)
                    .map(time -> Instant.ofEpochSecond(time - shift));
        });
    }

    private Optional<JsonNode> entry(String event) {
        for (var entry : body.path("events")) {
            if (entry.path("event").asText().equals(event)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private static View view(JsonNode entry, Persona who, Instant now) {
        long time = now.getEpochSecond() + shift(entry, who, now);
        var phase = Optional.<Phase>empty();
        for (var times : entry.path("times")) {
            int place = 0;
            for (var begin : times) {
                place += begin.asLong() <= time ? 1 : 0;
            }
            phase = former(phase, View.shown(BY_PLACE.get(place)));
        }
        var flags = new TreeMap<String, String>();
        if (phase.filter(Phase::isRunning).isPresent()) {
            entry.path("flags").properties().forEach(flag -> flags.put(flag.getKey(), Json.text(flag.getValue())));
        }
        return new View(phase, flags);
    }

    private static Optional<Phase> former(Optional<Phase> one, Optional<Phase> other) {
        return FIRST.stream()
                .filter(phase -> one.filter(phase::equals).isPresent()
                        || other.filter(phase::equals).isPresent())
                .findFirst();
    }

    private static boolean isFor(JsonNode entry, Persona who, String share) {
        boolean included = !entry.has("include") || matchesAny(entry.path("include"), who.profile());
        return included
                && !matchesAny(entry.path("exclude"), who.profile())
                && share(share) < entry.path("percent").asInt(HUNDRED)
                && (!entry.has("from")
                        || compare(who.clientVersion(), entry.path("from").asText()) >= 0)
                && (!entry.has("below")
                        || compare(who.clientVersion(), entry.path("below").asText()) < 0);
    }

    private static boolean matchesAny(JsonNode patterns, Map<String, Object> profile) {
        for (var pattern : patterns) {
            if (ProfilePatterns.matches(com.lifeverse.platform.json.Json.plain(pattern), profile)) {
                return true;
            }
        }
        return false;
    }

    private static long shift(JsonNode entry, Persona who, Instant now) {
        return entry.path("local").asBoolean() ? who.offset(now).getTotalSeconds() : 0;
    }

    private static LongStream numbers(JsonNode entry) {
        var numbers = LongStream.builder();
        entry.path("times").forEach(times -> times.forEach(time -> numbers.add(time.asLong())));
        return numbers.build();
    }

    private static int compare(String one, String other) {
        return Arrays.compare(numbers(one), numbers(other));
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static long share(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Integer.toUnsignedLong(ByteBuffer.wrap(hash).getInt()) % HUNDRED;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
