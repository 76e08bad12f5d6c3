package com.lifeverse.trigger.decide;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.NameBasedId;
import com.lifeverse.trigger.spec.EventField;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Trigger;
import java.math.BigDecimal;
import java.util.Optional;

/** What a trigger reads in an event. */
final class Readings {
    private Readings() {}

    /**
     * What names the happening; empty if the event does not say it. What tells an event apart does so among those of its player only, so that
     * where all players' count together the player belongs to it. A field that the author names stays what it is.
     */
    static Optional<Long> key(Trigger trigger, Envelope event) {
        var field = trigger.once().key();
        if (field.isPresent()) {
            return field.get().in(event).map(NameBasedId::bits);
        }
        return Optional.of(
                switch (trigger.window().scope()) {
                    case PLAYER -> NameBasedId.bits(event.type(), event.deduplicationId());
                    case GLOBAL -> NameBasedId.bits(event.type(), event.deduplicationId(), event.playerId());
                });
    }

    /** What a window adds up or tells apart; empty if the event does not say it, or less than counts. */
    static Optional<Long> value(Measure measure, Envelope event) {
        return switch (measure) {
            case Measure.Sum sum ->
                sum.field().in(event).flatMap(Readings::whole).filter(amount -> amount >= sum.least());
            case Measure.Distinct distinct -> distinct.field().in(event).map(NameBasedId::bits);
            // What comes of a wait is as far down a chain as what began it.
            case Measure.Absence _ -> Optional.of((long) event.hops());
            case Measure.Count _, Measure.Sequence _ -> Optional.of(0L);
        };
    }

    /** The field that could not be read. */
    static EventField field(Trigger trigger, boolean key) {
        if (key) {
            return trigger.once().key().orElseThrow();
        }
        return switch (trigger.window().measure()) {
            case Measure.Sum sum -> sum.field();
            case Measure.Distinct distinct -> distinct.field();
            case Measure.Count _, Measure.Sequence _, Measure.Absence _ ->
                throw new IllegalStateException("These windows read no field");
        };
    }

    private static Optional<Long> whole(String text) {
        try {
            return Optional.of(new BigDecimal(text).longValueExact());
        } catch (ArithmeticException | NumberFormatException _) {
            // A fraction, or no number: there is nothing to add.
            return Optional.empty();
        }
    }
}
