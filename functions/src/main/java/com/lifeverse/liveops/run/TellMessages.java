package com.lifeverse.liveops.run;

import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.LiveEvent.Message;
import com.lifeverse.liveops.participation.Participation;
import com.lifeverse.liveops.participation.Participations;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.NameBasedId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Tells everybody who takes part what has come due, page by page. A message has the same id however often it is told, and the inbox takes it
 * once: so a part may be told again, from where it began. Costs a read of everybody, and what the bus takes for each message.
 */
public record TellMessages(Participations participations, Consumer<List<Envelope>> bus) {
    /** The type of what is told. */
    public static final String TYPE = "message.requested.v1";

    private static final String PRODUCER = "liveops";

    /**
     * How far it is.
     *
     * @param cursor where in the bucket; empty at its beginning
     */
    public record Place(int bucket, Optional<String> cursor) {
        /** Where it begins. */
        public static final Place START = new Place(0, Optional.empty());

        /** As a run keeps it. */
        public String text() {
            return bucket + cursor.map(after -> "#" + after).orElse("");
        }

        /** What {@link #text} said; the start if it is blank. */
        public static Place of(String text) {
            if (text.isBlank()) {
                return START;
            }
            int border = text.indexOf('#');
            return border < 0
                    ? new Place(Integer.parseInt(text), Optional.empty())
                    : new Place(Integer.parseInt(text.substring(0, border)), Optional.of(text.substring(border + 1)));
        }
    }

    /**
     * What one part came to.
     *
     * @param done true if nobody is left
     */
    public record Part(Place after, int told, boolean done) {}

    /** What came due after {@code since} and not after {@code until}, for as long as there is {@code time}. */
    public Part tell(
            LiveEvent event,
            LocalDateTime occurrence,
            Instant since,
            Instant until,
            Place after,
            BooleanSupplier time) {
        var place = after;
        int told = 0;
        while (place.bucket() < Participation.BUCKETS) {
            var page = participations.page(event.id(), occurrence, place.bucket(), place.cursor());
            var due = due(event, occurrence, since, until, page.participations());
            bus.accept(due);
            told += due.size();
            place = page.next().isPresent()
                    ? new Place(place.bucket(), page.next())
                    : new Place(place.bucket() + 1, Optional.empty());
            if (!time.getAsBoolean()) {
                break;
            }
        }
        return new Part(place, told, place.bucket() >= Participation.BUCKETS);
    }

    private static List<Envelope> due(
            LiveEvent event, LocalDateTime occurrence, Instant since, Instant until, List<Participation> players) {
        var due = new ArrayList<Envelope>();
        for (var player : players) {
            for (var message : event.messages()) {
                var at = RunRules.at(event.calendar(), occurrence, message, player.offset());
                // Who joins later was not meant.
                if (at.isAfter(since)
                        && !at.isAfter(until)
                        && !player.joinedAt().isAfter(at)) {
                    due.add(envelope(event.id(), occurrence, message, at, player.playerId()));
                }
            }
        }
        return due;
    }

    private static Envelope envelope(
            String event, LocalDateTime occurrence, Message message, Instant at, String playerId) {
        var id = NameBasedId.of(
                "evt_",
                event,
                occurrence.toString(),
                message.at().name(),
                message.offset().toString(),
                message.key(),
                playerId);
        return Envelope.first(
                id, TYPE, at, playerId, PRODUCER, Map.of("message", message.key(), "source", PRODUCER + "/" + event));
    }
}
