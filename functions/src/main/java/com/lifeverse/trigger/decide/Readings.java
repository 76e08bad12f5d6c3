package com.lifeverse.trigger.decide;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.NameBasedId;
import com.lifeverse.trigger.spec.EventField;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Once;
import com.lifeverse.trigger.spec.Trigger;
import java.math.BigDecimal;
import java.util.Optional;

/** What a trigger reads in an event. */
final class Readings {
    private Readings() {}

    /** What names the happening; empty if the event does not say it. */
    static Optional<Long> key(Once once, Envelope event) {
        return once.key().isEmpty()
                ? Optional.of(NameBasedId.bits(event.type(), event.deduplicationId()))
                : once.key().get().in(event).map(NameBasedId::bits);
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
