package com.lifeverse.liveops.desk;

import com.lifeverse.liveops.review.Review;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Supplier;

/** Where staff change events. Whoever is overtaken by somebody else is judged anew, by what is then so. */
public final class EventDesk {
    /** How often, before the caller is asked to come back. */
    private static final int ATTEMPTS = 5;

    private final Definitions definitions;
    private final Supplier<UUID> ids;
    private final Terms terms;

    /** Where there is room for whatever is published. */
    public EventDesk(Definitions definitions, Supplier<UUID> ids) {
        this(definitions, ids, Terms.NONE);
    }

    public EventDesk(Definitions definitions, Supplier<UUID> ids, Terms terms) {
        this.definitions = definitions;
        this.ids = ids;
        this.terms = terms;
    }

    /** What came of a wish. */
    public sealed interface Outcome {
        /** It is so now. */
        record So(Definition now) implements Outcome {}

        /** It is not, for that reason. */
        record Not(Ruling why) implements Outcome {}

        /** Others were always faster. */
        record Contended() implements Outcome {}
    }

    /** Saves what an author wrote. */
    public Outcome save(long basedOn, Revision draft) {
        var id = draft.event().id();
        return decided(() -> {
            var known = known(id);
            return DeskRules.save(known, document(known), basedOn, draft);
        });
    }

    /** Approves the last revision. */
    public Outcome approve(String id, int revision, String who, Instant now) {
        return decided(() -> DeskRules.approve(known(id), revision, who, now));
    }

    /** Asks a second person to look at the last revision. */
    public Outcome ask(String id, Review asked) {
        return decided(() -> ReviewRules.ask(known(id), asked));
    }

    /** Says no to a revision that somebody has asked about. */
    public Outcome reject(String id, int revision, String who, String reason, Instant now) {
        return decided(() -> ReviewRules.reject(known(id), revision, who, reason, now));
    }

    /** Takes the question back. */
    public Outcome recall(String id, String who, Instant now) {
        return decided(() -> ReviewRules.recall(known(id), who, now));
    }

    /** Ends a review that nobody has answered. */
    public Outcome lapse(String id, String review, Instant now) {
        return decided(() -> ReviewRules.lapse(known(id), review, now));
    }

    /** Brings an approved revision to players. */
    public Outcome publish(String id, int revision, String who, Instant now) {
        return publish(id, revision, Optional.empty(), OptionalLong.empty(), who, now);
    }

    /**
     * Brings an approved revision to players, as one of a batch.
     *
     * @param basedOn the version that whoever wants it has seen; empty if any is fine
     */
    public Outcome publish(
            String id, int revision, Optional<Batch> batch, OptionalLong basedOn, String who, Instant now) {
        return decided(() -> {
            var known = known(id);
            var wanted = definitions.revision(id, revision);
            var past = Tenures.of(definitions, known, now);
            var ruling = seen(
                    basedOn, known, DeskRules.publish(known, wanted, past, definitions.catalogue(), terms, who, now));
            return ruling instanceof Ruling.Done(var change) ? new Ruling.Done(change.in(batch)) : ruling;
        });
    }

    /**
     * Takes it away from players.
     *
     * @param basedOn the version that whoever wants it has seen; empty if any is fine
     */
    public Outcome withdraw(String id, OptionalLong basedOn, String who, Instant now) {
        return decided(() -> {
            var known = known(id);
            return seen(basedOn, known, DeskRules.withdraw(known, definitions.catalogue(), who, now));
        });
    }

    /** Takes it away from players. */
    public Outcome withdraw(String id, String who, Instant now) {
        return withdraw(id, OptionalLong.empty(), who, now);
    }

    /** Switches it off for the players of these regions, too. */
    public Outcome kill(String id, SortedSet<String> regions, String who, Instant now) {
        return decided(() -> DeskRules.kill(known(id), regions, definitions.catalogue(), who, now));
    }

    /** Switches it on for everybody. */
    public Outcome revive(String id, String who, Instant now) {
        return decided(() -> DeskRules.revive(known(id), definitions.catalogue(), who, now));
    }

    /** An alarm that guards its ramp rings. */
    public Outcome ring(String id, String alarm, Instant now) {
        return decided(() -> RampDeskRules.ring(known(id), definitions.catalogue(), alarm, now));
    }

    /** Lets a ramp that is held go on. */
    public Outcome resume(String id, String who, Instant now) {
        return decided(() -> RampDeskRules.resume(known(id), definitions.catalogue(), who, now));
    }

    private Outcome decided(Supplier<Ruling> rule) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var ruling = rule.get();
            if (!(ruling instanceof Ruling.Done(var change))) {
                return ruling instanceof Ruling.Nothing(var now) ? new Outcome.So(now) : new Outcome.Not(ruling);
            }
            if (definitions.write(change, LiveopsEvents.catalogueChanged(ids.get(), change))) {
                return new Outcome.So(change.after());
            }
        }
        return new Outcome.Contended();
    }

    /** What is so already is fine, whoever has seen what. */
    private static Ruling seen(OptionalLong basedOn, Definition known, Ruling ruling) {
        boolean other = basedOn.isPresent() && basedOn.getAsLong() != known.version();
        return other && ruling instanceof Ruling.Done ? new Ruling.Stale(known) : ruling;
    }

    private Definition known(String id) {
        return definitions.find(id).orElseGet(() -> Definition.none(id));
    }

    private Map<String, Object> document(Definition known) {
        return Optional.of(known)
                .filter(definition -> definition.latest() > 0)
                .flatMap(definition -> definitions.revision(definition.id(), definition.latest()))
                .map(Revision::document)
                .orElse(Map.of());
    }
}
