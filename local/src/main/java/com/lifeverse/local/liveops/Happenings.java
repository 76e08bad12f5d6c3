package com.lifeverse.local.liveops;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.liveops.compensation.Happening;
import com.lifeverse.liveops.compensation.Happening.Kind;
import com.lifeverse.local.kernel.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the archive's lines say of who was there, and of progress in an event. All of it is held in memory: 200 bytes for each. */
public final class Happenings {
    private final Optional<String> progress;
    private final List<Happening> found = new ArrayList<>();

    /**
     * Looks for them.
     *
     * @param progress the trigger whose firings are progress; empty if there is none
     */
    public Happenings(Optional<String> progress) {
        this.progress = progress;
    }

    /** Takes a line: an envelope. What is told again from the archive is none. */
    public void take(String line) {
        var event = Json.read(line);
        if (!event.path("isReplay").asBoolean()) {
            kind(event)
                    .ifPresent(kind -> found.add(new Happening(
                            kind,
                            event.path("playerId").asText(),
                            event.at("/payload/sessionId").asText(),
                            Instant.parse(event.path("time").asText()))));
        }
    }

    /** All that were found. */
    public List<Happening> found() {
        return List.copyOf(found);
    }

    private Optional<Kind> kind(JsonNode event) {
        return switch (event.path("type").asText()) {
            case "session.started.v1", "session.resumed.v1" -> Optional.of(Kind.BEGAN);
            case "session.ended.v1" -> Optional.of(Kind.ENDED);
            case "trigger.fired.v1" ->
                progress.filter(event.at("/payload/trigger").asText()::equals).map(_ -> Kind.PROGRESS);
            default -> Optional.empty();
        };
    }
}
