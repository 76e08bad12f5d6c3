package com.lifeverse.trigger.letter;

import com.lifeverse.platform.Person;
import com.lifeverse.trigger.letter.DeadLetter.Staff;
import com.lifeverse.trigger.letter.DeadLetter.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * What staff and the redrive do with dead letters. A letter is never taken away: whatever ends anywhere between these steps leaves it
 * where it can be handed back again, and the run that it is handed back to has a name that follows from it, so that it begins once.
 */
public record LetterDesk(DeadLetters letters) {
    private static final int TRIES = 5;

    /** What came of it. */
    public sealed interface Outcome {
        record Done(DeadLetter letter) implements Outcome {}

        /** Somebody else has changed it meanwhile. */
        record Overtaken(DeadLetter letter) implements Outcome {}

        /** It was handed back before; an edit makes it wait again. */
        record AlreadyRedriven(DeadLetter letter) implements Outcome {}

        /** Who asks for it has corrected it: a second person must see what is handed back. */
        record OwnCorrection(DeadLetter letter) implements Outcome {}

        /** Nobody knows which workflow it is for. */
        record Nowhere(DeadLetter letter) implements Outcome {}

        record Unknown(String id) implements Outcome {}
    }

    /**
     * Corrects the input of a version that staff have seen.
     *
     * @param places where it is another one than before
     */
    public Outcome edit(String id, long version, String input, List<String> places, Staff staff, Instant now) {
        var found = letters.find(id);
        if (found.isEmpty()) {
            return new Outcome.Unknown(id);
        }
        var letter = found.get();
        if (letter.version() != version) {
            return new Outcome.Overtaken(letter);
        }
        var next = letter.edited(input, places, staff, now);
        return letters.replace(next) ? new Outcome.Done(next) : new Outcome.Overtaken(letter);
    }

    /** Why somebody may not have it handed back as it is; empty if they may. */
    private static Optional<Outcome> refusal(DeadLetter letter, String by) {
        if (letter.status() == Status.REDRIVEN) {
            return Optional.of(new Outcome.AlreadyRedriven(letter));
        }
        if (letter.origin().workflow().isEmpty()) {
            return Optional.of(new Outcome.Nowhere(letter));
        }
        return Person.isAmong(letter.corrections().by(), by)
                ? Optional.of(new Outcome.OwnCorrection(letter))
                : Optional.empty();
    }

    /**
     * Why somebody who has seen it corrected so often may not have it handed back as it is; empty if they may. What nobody has corrected need
     * not be seen.
     *
     * @param edits empty if they do not say what they have seen
     */
    public static Optional<Outcome> refusal(DeadLetter letter, String by, OptionalInt edits) {
        return refusal(letter, by)
                .or(() -> letter.edits() == edits.orElse(0)
                        ? Optional.empty()
                        : Optional.of(new Outcome.Overtaken(letter)));
    }

    /**
     * Says that it is about to be handed back; said twice, it is as said once.
     *
     * @param edits how often it was corrected when they asked for it: what they have not seen they do not hand back
     */
    public Outcome claim(String id, int edits, Staff staff, Instant now) {
        var found = letters.find(id);
        if (found.isEmpty()) {
            return new Outcome.Unknown(id);
        }
        var letter = found.get();
        if (letter.edits() != edits) {
            return new Outcome.Overtaken(letter);
        }
        var refusal = refusal(letter, staff.name());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (letter.status() == Status.REDRIVING) {
            return new Outcome.Done(letter);
        }
        var next = letter.claimed(staff, now);
        // Whoever was faster may have corrected it.
        return letters.replace(next) ? new Outcome.Done(next) : claim(id, edits, staff, now);
    }

    /** Says that it was handed back, unless it was corrected meanwhile. */
    public Outcome close(String id, Instant now) {
        return changed(id, now, letter -> letter.status() == Status.REDRIVING ? letter.closed(now) : letter);
    }

    /** Has it wait again, unless it does. */
    public Outcome giveBack(String id, String error, Instant now) {
        return changed(id, now, letter -> letter.status() == Status.REDRIVING ? letter.givenBack(error, now) : letter);
    }

    private Outcome changed(String id, Instant now, UnaryOperator<DeadLetter> step) {
        for (int time = 0; time < TRIES; time++) {
            var found = letters.find(id);
            if (found.isEmpty()) {
                return new Outcome.Unknown(id);
            }
            var next = step.apply(found.get());
            if (next.equals(found.get()) || letters.replace(next)) {
                return new Outcome.Done(next);
            }
        }
        throw new IllegalStateException("%s was changed by others again and again until %s".formatted(id, now));
    }
}
