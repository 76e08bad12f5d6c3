package com.lifeverse.session.group.desk;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.command.Course;
import com.lifeverse.session.group.command.Decision;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.command.Refusal;
import com.lifeverse.session.group.crowd.Allotment;
import com.lifeverse.session.group.crowd.CrowdView;
import com.lifeverse.session.group.crowd.Crowds;
import com.lifeverse.session.group.crowd.Section;
import com.lifeverse.session.group.crowd.Tally;
import com.lifeverse.session.group.rule.GroupClock;
import com.lifeverse.session.group.rule.GroupRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Carries out what is asked of crowds. What is about one player is decided by the same rules as in any group, on the section that the
 * player's id leads to, and is one conditional write of that; what is about the whole is one of the crowd's own item.
 */
final class CrowdDesk {
    /** Members after which a page is full, whoever else is in its last section. */
    private static final int PAGE = 500;

    private final Groups groups;
    private final Crowds crowds;
    private final SeatPointers pointers;
    private final SeatLoans loans;
    private final OwnGroups own;
    private final GroupPolicy policy;

    CrowdDesk(Groups groups, Crowds crowds, SeatPointers pointers, OwnGroups own, GroupPolicy policy) {
        this.groups = groups;
        this.crowds = crowds;
        this.pointers = pointers;
        this.loans = new SeatLoans(crowds);
        this.own = own;
        this.policy = policy;
    }

    /** The crowd as one who may have a seat in it sees it, or as who acts for the whole does: at most two reads more. */
    Group show(Group head, Optional<String> viewer, Instant now) {
        var whole = GroupClock.asOf(head, now).group();
        var tally = crowds.tally(whole.id());
        return viewer.map(player -> stored(whole, Section.of(player, sections(whole))))
                .map(section -> CrowdView.shown(whole, section, tally, now))
                .orElseGet(() -> CrowdView.shown(whole, tally));
    }

    Roll roll(Group head, int from, Instant now) {
        var whole = GroupClock.asOf(head, now).group();
        var members = new ArrayList<Member>();
        int next = from;
        for (var stored : crowds.sections(whole.id(), from)) {
            if (members.size() >= PAGE) {
                return new Roll(members, Optional.of(next));
            }
            members.addAll(
                    CrowdView.shown(whole, stored.section(), Tally.NONE, now).seated());
            next = stored.section().number() + 1;
        }
        // The table may have ended the page, not the crowd.
        boolean more = next > from && next < sections(whole);
        return new Roll(members, more ? Optional.of(next) : Optional.empty());
    }

    /** True if something falls due then in a section, or in the whole. */
    boolean awaits(Group head, Optional<Integer> section, Instant due, Instant now) {
        var whole = GroupClock.asOf(head, now).group();
        var group = section.map(number -> CrowdView.of(whole, stored(whole, number), Optional.empty()))
                .orElse(head);
        return GroupClock.dues(group).contains(due);
    }

    GroupOutcome ask(Group head, Asking asking) {
        var whole = GroupClock.asOf(head, asking.now()).group();
        var command = asking.asked().apply(whole);
        if (command instanceof GroupCommand.Forget) {
            return forget(whole, command, asking);
        }
        return command.about()
                .map(player -> askSection(whole, Section.of(player, sections(whole)), command, asking))
                .orElseGet(() -> askWhole(head.id(), command, asking));
    }

    /** Everywhere: whoever invites beyond their own section is named there too, if only by what the last write told. */
    private GroupOutcome forget(Group whole, GroupCommand command, Asking asking) {
        int next = 0;
        for (var page = crowds.sections(whole.id(), next); !page.isEmpty(); page = crowds.sections(whole.id(), next)) {
            for (var stored : page) {
                int number = stored.section().number();
                if (askSection(whole, number, command, asking) instanceof GroupOutcome.Contended contended) {
                    return contended;
                }
                next = number + 1;
            }
        }
        return askWhole(whole.id(), command, asking);
    }

    /** Writes down what is due in a section. */
    GroupOutcome settle(Group head, int section, Asking asking) {
        var whole = GroupClock.asOf(head, asking.now()).group();
        return askSection(whole, section, new GroupCommand.Settle(), asking);
    }

    /** Keeps a new crowd, and gives whoever founds it their seat; an earlier attempt may have done either. */
    Group open(Groups.Write founding, Asking asking) {
        var founders = founding.group().members();
        var whole = founding.group().with(List.of());
        var kept = switch (groups.write(founding.of(whole))) {
            case Groups.Outcome.Written() -> whole;
            case Groups.Outcome.Overtaken(var there) -> there.orElseThrow().group();
        };
        founders.stream()
                .flatMap(founder -> founder.entrant().stream())
                .forEach(founder -> ask(kept, asking.of(new GroupCommand.Found(founder))));
        return show(kept, asking.player(), asking.now());
    }

    private GroupOutcome askWhole(String groupId, GroupCommand command, Asking asking) {
        var seen = groups.read(groupId);
        for (int attempt = 0; attempt < policy.attempts() && seen.isPresent(); attempt++) {
            var head = seen.get().group();
            var shown = show(head, asking.player(), asking.now());
            if (asking.isStale(shown)) {
                return new GroupOutcome.Stale(shown);
            }
            switch (GroupRules.decide(head, command, asking.now())) {
                case Decision.Same() -> {
                    return new GroupOutcome.Done(shown);
                }
                case Decision.Refused(var why) -> {
                    return new GroupOutcome.Refused(why, shown);
                }
                case Decision.Changed(var course) -> {
                    switch (groups.write(write(course, head, asking))) {
                        case Groups.Outcome.Written() -> {
                            return new GroupOutcome.Done(show(course.group(), asking.player(), asking.now()));
                        }
                        case Groups.Outcome.Overtaken(var overtaking) -> seen = overtaking;
                    }
                }
            }
        }
        return seen.isEmpty() ? new GroupOutcome.NotFound() : new GroupOutcome.Contended();
    }

    private Groups.Write write(Course course, Group head, Asking asking) {
        var news = news(course, asking);
        var sweptAt = policy.sweptAt(course.group(), asking.now());
        return new Groups.Write(course.group(), Optional.of(head.revision()), asking.command(), news, sweptAt);
    }

    private GroupOutcome askSection(Group whole, int number, GroupCommand command, Asking asking) {
        var tally = crowds.tally(whole.id());
        // Who acts may sit elsewhere: whether they are there decides what they may do, and they are shown their own
        // place.
        var elsewhere = asking.player()
                .map(player -> Section.of(player, sections(whole)))
                .filter(own -> own != number)
                .map(own -> stored(whole, own));
        var visitor = elsewhere.flatMap(section -> visitor(whole, section, asking));
        var sweptAt = policy.sweptAt(whole, asking.now());
        Optional<Allotment> brought = Optional.empty();
        var noted = new TreeSet<String>();
        for (int attempt = 0; attempt < policy.attempts(); attempt++) {
            var stored = crowds.section(whole.id(), number).map(Crowds.Stored::section);
            var found = stored.orElseGet(() -> SeatLoans.fresh(whole, number));
            var section = brought.map(found::taking).orElse(found);
            var shown = CrowdView.shown(whole, elsewhere.orElse(section), tally, asking.now());
            if (asking.isStale(shown)) {
                return new GroupOutcome.Stale(shown);
            }
            var decision = GroupRules.decide(CrowdView.of(whole, section, visitor), command, asking.now());
            if (decision.equals(Decision.refused(Refusal.FULL))) {
                switch (loans.bring(whole, section, tally, sweptAt, asking.ids())) {
                    case SeatLoans.Outcome.Brought(var allotment) -> brought = Optional.of(allotment);
                    case SeatLoans.Outcome.Overtaken() -> brought = Optional.empty();
                    case SeatLoans.Outcome.Full() -> {
                        release(whole, found, noted);
                        return new GroupOutcome.Refused(Refusal.FULL, shown);
                    }
                }
                continue;
            }
            switch (decision) {
                case Decision.Same() -> {
                    release(whole, found, noted);
                    return new GroupOutcome.Done(shown);
                }
                case Decision.Refused(var why) -> {
                    release(whole, found, noted);
                    return new GroupOutcome.Refused(why, shown);
                }
                case Decision.Changed(var course) -> {
                    if (noted.isEmpty() && own.isOneTooMany(command, shown, asking.now())) {
                        return new GroupOutcome.Refused(Refusal.TOO_MANY_GROUPS, shown);
                    }
                    var after = CrowdView.after(course.group(), section);
                    var news = news(course, asking);
                    if (write(whole, stored, after, news, asking, noted) == Crowds.Outcome.WRITTEN) {
                        return done(whole, after, elsewhere.orElse(after), tally, asking);
                    }
                }
            }
        }
        return new GroupOutcome.Contended();
    }

    private void release(Group whole, Section seen, Set<String> noted) {
        pointers.release(whole.id(), noted, seen.members(), seen.revision());
    }

    private Crowds.Outcome write(
            Group whole,
            Optional<Section> before,
            Section after,
            List<Envelope> news,
            Asking asking,
            Set<String> noted) {
        var sweptAt = policy.sweptAt(whole, asking.now());
        var were = before.map(Section::members).orElse(List.of());
        long revision = before.map(Section::revision).orElse(0L);
        noted.addAll(pointers.gain(whole.id(), were, after.members(), revision, sweptAt));
        var outcome = crowds.write(
                new Crowds.Write(whole.id(), whole.template().id(), after, before, asking.command(), news, sweptAt));
        if (outcome == Crowds.Outcome.WRITTEN) {
            pointers.lose(whole.id(), were, after.members(), after.revision());
        }
        return outcome;
    }

    /** Whoever came into a crowd that was empty keeps it from ending; if it has ended meanwhile, they have no seat. */
    private GroupOutcome done(Group whole, Section after, Section seen, Tally tally, Asking asking) {
        var shown = CrowdView.shown(whole, seen, tally, asking.now());
        if (whole.emptySince().isEmpty() || after.inside() == 0) {
            return new GroupOutcome.Done(shown);
        }
        var here = new GroupCommand.Peopled(true);
        return switch (askWhole(whole.id(), here, asking.of(here))) {
            case GroupOutcome.Done _ -> new GroupOutcome.Done(shown);
            case GroupOutcome.Refused refused -> refused;
            case GroupOutcome.Stale _, GroupOutcome.NotFound _ -> new GroupOutcome.NotFound();
            case GroupOutcome.Contended contended -> contended;
        };
    }

    /** As of now: what fell due for them is told by their own section. */
    private static Optional<Member> visitor(Group whole, Section section, Asking asking) {
        var here = GroupClock.asOf(CrowdView.of(whole, section, Optional.empty()), asking.now())
                .group();
        return asking.player().flatMap(here::member);
    }

    private Section stored(Group whole, int number) {
        return crowds.section(whole.id(), number)
                .map(Crowds.Stored::section)
                .orElseGet(() -> SeatLoans.fresh(whole, number));
    }

    private static List<Envelope> news(Course course, Asking asking) {
        return GroupEvents.of(course, asking.player(), asking.ids(), asking.now());
    }

    private static int sections(Group whole) {
        return whole.template().sections();
    }
}
