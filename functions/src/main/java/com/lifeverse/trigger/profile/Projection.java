package com.lifeverse.trigger.profile;

import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.spec.EventField;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What events of a type tell of their player.
 *
 * @param from the event type
 * @param when an EventBridge pattern over the event, as plain Java; it names the type
 * @param sources what is taken from it
 */
public record Projection(String from, Map<String, Object> when, List<Source> sources) {
    public Projection {
        when = Collections.unmodifiableMap(new LinkedHashMap<>(when));
        sources = List.copyOf(sources);
    }

    /** One thing that such an event tells. */
    public sealed interface Source {
        /** What it tells of, as {@link ProfileStep#name()}. */
        String name();

        /** An attribute has the value that stands in the event. */
        record Value(Attribute attribute, EventField field) implements Source {
            @Override
            public String name() {
                return attribute.member();
            }
        }

        /** The player has a tag for so long from then; without it from then on if that is no time. */
        record Tagged(String tag, Duration lasts) implements Source {
            @Override
            public String name() {
                return ProfileStep.TAGS + tag;
            }
        }

        /** A counter has so much more. */
        record Plus(String counter, long by) implements Source {
            @Override
            public String name() {
                return ProfileStep.COUNTERS + counter;
            }
        }

        /** A counter has as much more as stands in the event. */
        record Amount(String counter, EventField field) implements Source {
            @Override
            public String name() {
                return ProfileStep.COUNTERS + counter;
            }
        }
    }

    /** What an event tells; nothing of what it does not say, or not in the right form. */
    List<ProfileStep> steps(Envelope event) {
        return sources.stream()
                .map(source -> step(source, event, event.time()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ProfileStep> step(Source source, Envelope event, Instant time) {
        return switch (source) {
            case Source.Value(var attribute, var field) ->
                field.in(event).filter(attribute::takes).map(value -> new ProfileStep.Say(attribute, value));
            case Source.Tagged(var tag, var lasts) -> Optional.of(new ProfileStep.Mark(tag, time.plus(lasts)));
            case Source.Plus(var counter, var by) -> Optional.of(new ProfileStep.Count(counter, by));
            case Source.Amount(var counter, var field) ->
                field.in(event).flatMap(Projection::whole).map(by -> new ProfileStep.Count(counter, by));
        };
    }

    private static Optional<Long> whole(String text) {
        try {
            long amount = new BigDecimal(text).longValueExact();
            return Math.abs(amount) <= MOST ? Optional.of(amount) : Optional.empty();
        } catch (ArithmeticException | NumberFormatException _) {
            // A fraction, or no number: there is nothing to count.
            return Optional.empty();
        }
    }

    /** As much as one event may count. */
    private static final long MOST = 1_000_000_000_000L;
}
