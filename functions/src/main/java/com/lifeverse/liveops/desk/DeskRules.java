package com.lifeverse.liveops.desk;

import com.lifeverse.liveops.desk.Change.Effect;
import com.lifeverse.liveops.desk.LogEntry.Action;
import com.lifeverse.liveops.lint.Finding;
import com.lifeverse.liveops.lint.Tenure;
import com.lifeverse.platform.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** How an event comes from an author to players: two people, one revision, nothing that conflicts. */
public final class DeskRules {
    private static final Effect NO_EFFECT = new Effect.None();

    private DeskRules() {}

    /**
     * Saves a revision.
     *
     * @param known how the event stands
     * @param last the document of its last revision; empty if there is none
     * @param basedOn the version that the author has seen; 0 for none
     * @param draft with the author, the time and what is written; its number does not matter
     */
    public static Ruling save(Definition known, Map<String, Object> last, long basedOn, Revision draft) {
        if (known.version() > 0 && last.equals(draft.document())) {
            return new Ruling.Nothing(known);
        }
        if (known.version() != basedOn) {
            return new Ruling.Stale(known);
        }
        var after = known.saved(draft.author());
        var added = new Revision(after.latest(), draft.author(), draft.at(), draft.event(), draft.document());
        var differences = Difference.between(last, draft.document());
        var entry =
                new LogEntry(after.version(), draft.at(), draft.author(), Action.SAVED, after.latest(), differences);
        return new Ruling.Done(new Change(after, entry, Optional.of(added), NO_EFFECT));
    }

    /**
     * Approves the last revision, and with it all that was written since the last approval: so none of its authors may. Nobody has
     * to have asked for it; but where somebody has, the answer counts only while the question stands.
     */
    public static Ruling approve(Definition known, int revision, String who, Instant now) {
        if (known.approved().contains(revision)) {
            return new Ruling.Nothing(known);
        }
        if (revision < 1 || revision > known.latest()) {
            return new Ruling.Unknown();
        }
        if (revision < known.latest()) {
            return new Ruling.NotLatest(known.latest());
        }
        if (Person.isAmong(known.authors(), who)) {
            return new Ruling.OwnWork();
        }
        var over = known.reviewOf(revision).filter(review -> !review.openAt(now));
        if (over.isPresent()) {
            return new Ruling.ReviewOver(over.get());
        }
        var after = known.approved(revision, who);
        var entry = new LogEntry(after.version(), now, who, Action.APPROVED, revision, List.of());
        return new Ruling.Done(new Change(after, entry, Optional.empty(), NO_EFFECT));
    }

    /** As the other, where players have it, or never had it. */
    public static Ruling publish(
            Definition known, Optional<Revision> wanted, Catalogue catalogue, String who, Instant now) {
        var past = catalogue
                .find(known.id())
                .map(live -> new Tenure(live.revision().event(), now));
        return publish(known, wanted, past.stream().toList(), catalogue, Terms.NONE, who, now);
    }

    /**
     * Brings an approved revision to players, be it an earlier one: what was approved stays so. Its ramp stays as somebody has left it,
     * until the occurrence is over.
     *
     * @param past what players had of it, the last first
     * @param terms what the stage holds it to
     */
    public static Ruling publish(
            Definition known,
            Optional<Revision> wanted,
            List<Tenure> past,
            Catalogue catalogue,
            Terms terms,
            String who,
            Instant now) {
        if (wanted.isEmpty()) {
            return new Ruling.Unknown();
        }
        var revision = wanted.get();
        if (known.published().filter(number -> number == revision.number()).isPresent()) {
            return new Ruling.Nothing(known);
        }
        if (!known.approved().contains(revision.number())) {
            return new Ruling.NotApproved();
        }
        var publication = Publication.of(known, revision, past, catalogue, terms, now);
        if (!publication.errors().isEmpty()) {
            return new Ruling.Conflicting(publication.errors());
        }
        var after = known.published(revision.number(), now);
        var entry = new LogEntry(
                after.version(),
                now,
                who,
                Action.PUBLISHED,
                revision.number(),
                Difference.between(document(known, catalogue), revision.document()),
                RampDeskRules.note(publication.stepped(), publication.wanted().ramp()));
        var effect = new Effect.Publish(publication.wanted(), catalogue.revision());
        return new Ruling.Done(new Change(after, entry, Optional.empty(), effect));
    }

    /** Takes an event away from players, unless one that they keep requires it. */
    public static Ruling withdraw(Definition known, Catalogue catalogue, String who, Instant now) {
        if (known.published().isEmpty()) {
            return known.version() > 0 ? new Ruling.Nothing(known) : new Ruling.Unknown();
        }
        var needed = catalogue.events().stream()
                .filter(other -> other.requires().contains(known.id()))
                .map(other -> new Finding(
                        Finding.Severity.ERROR, "dependency-missing", "/requires", "of " + other.id() + " names it"))
                .toList();
        if (!needed.isEmpty()) {
            return new Ruling.Conflicting(needed);
        }
        var after = known.withdrawn(catalogue.find(known.id()).flatMap(Published::ramp), now);
        var entry = new LogEntry(
                after.version(),
                now,
                who,
                Action.WITHDRAWN,
                known.published().get(),
                Difference.between(document(known, catalogue), Map.of()));
        return new Ruling.Done(new Change(after, entry, Optional.empty(), new Effect.Withdraw(catalogue.revision())));
    }

    /**
     * Switches what players have of an event off in these regions, besides those where it is off: nobody switches anything on by that.
     * Nobody has to approve it.
     */
    public static Ruling kill(
            Definition known, SortedSet<String> regions, Catalogue catalogue, String who, Instant now) {
        var all = new TreeSet<>(known.killedIn());
        all.addAll(regions);
        if (known.version() > 0 && known.killedIn().equals(all)) {
            return new Ruling.Nothing(known);
        }
        if (catalogue.find(known.id()).isEmpty()) {
            return new Ruling.Unknown();
        }
        return switched(known, all, Action.KILLED, catalogue, who, now);
    }

    /** Switches an event on everywhere, be it one that players do not have at this moment. */
    public static Ruling revive(Definition known, Catalogue catalogue, String who, Instant now) {
        if (known.version() == 0) {
            return new Ruling.Unknown();
        }
        return known.killedIn().isEmpty()
                ? new Ruling.Nothing(known)
                : switched(known, new TreeSet<>(), Action.REVIVED, catalogue, who, now);
    }

    private static Ruling switched(
            Definition known, SortedSet<String> regions, Action action, Catalogue catalogue, String who, Instant now) {
        var had = catalogue.find(known.id());
        var after = known.killed(regions);
        var difference = new Difference(
                "/killedIn", Optional.of(List.copyOf(known.killedIn())), Optional.of(List.copyOf(regions)));
        int revision = had.map(Published::revision)
                .map(Revision::number)
                .or(known::before)
                .orElse(known.latest());
        var entry = new LogEntry(after.version(), now, who, action, revision, List.of(difference));
        var effect = had.<Effect>map(live -> new Effect.Publish(
                        new Published(live.revision(), live.since(), regions, live.ramp()), catalogue.revision()))
                .orElse(NO_EFFECT);
        return new Ruling.Done(new Change(after, entry, Optional.empty(), effect));
    }

    /** What players have of it. */
    private static Map<String, Object> document(Definition known, Catalogue catalogue) {
        return catalogue.find(known.id()).map(had -> had.revision().document()).orElse(Map.of());
    }
}
