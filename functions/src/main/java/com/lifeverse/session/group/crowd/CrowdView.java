package com.lifeverse.session.group.crowd;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Leadership;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.MemberState;
import com.lifeverse.session.group.Part;
import com.lifeverse.session.group.rule.GroupClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A crowd as one of its sections shows it, so that what is decided of groups is decided here too. */
public final class CrowdView {
    /** Sections count for themselves; so many happenings fit between two of the whole. */
    private static final long STEP = 1_000_000_000;

    private CrowdView() {}

    /**
     * What a command to somebody of that section is decided on.
     *
     * @param whole the crowd's own item, as of now
     * @param visitor whoever acts and sits in another section
     */
    public static Group of(Group whole, Section section, Optional<Member> visitor) {
        var members = new ArrayList<>(section.members());
        visitor.ifPresent(members::add);
        boolean seated = visitor.filter(member -> member.state().holdsSeat()).isPresent();
        int elsewhere = whole.constants().seats() - section.allotment().seats() - (seated ? 1 : 0);
        return view(whole, section.revision(), members, new Part(section.number(), Math.max(0, elsewhere)));
    }

    /** The section after that. */
    public static Section after(Group decided, Section before) {
        int sections = decided.template().sections();
        var members = decided.members().stream()
                .filter(member -> Section.of(member.playerId(), sections) == before.number())
                .toList();
        return new Section(before.number(), decided.revision(), before.allotment(), members);
    }

    /** What those of that section, and who acts for the whole, are shown; how many sit elsewhere is as it was counted. */
    public static Group shown(Group whole, Section section, Tally tally, Instant now) {
        var here = GroupClock.asOf(of(whole, section, Optional.empty()), now).group();
        var members = whole.end()
                .map(end -> here.members().stream()
                        .map(member ->
                                member.state().holdsSeat() ? member.to(MemberState.TERMINATED, end.at()) : member)
                        .toList())
                .orElse(here.members());
        int elsewhere = Math.max(0, tally.used() - tally.used(section.number()));
        return view(whole, whole.revision() * STEP + here.revision(), members, new Part(section.number(), elsewhere));
    }

    /** What those are shown who have no seat in it. */
    public static Group shown(Group whole, Tally tally) {
        return view(whole, whole.revision() * STEP, List.of(), new Part(0, tally.used()));
    }

    private static Group view(Group whole, long revision, List<Member> members, Part part) {
        return new Group(
                whole.id(),
                revision,
                whole.constants(),
                whole.settings(),
                Leadership.NOBODY,
                Optional.empty(),
                Optional.empty(),
                whole.emptySince(),
                whole.end(),
                members,
                Optional.of(part));
    }
}
