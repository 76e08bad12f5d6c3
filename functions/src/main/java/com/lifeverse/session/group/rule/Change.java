package com.lifeverse.session.group.rule;

import com.lifeverse.session.group.Constants;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.GroupEnd;
import com.lifeverse.session.group.Happening;
import com.lifeverse.session.group.Happening.What;
import com.lifeverse.session.group.Leadership;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.Part;
import com.lifeverse.session.group.ReadyCheck;
import com.lifeverse.session.group.Settings;
import com.lifeverse.session.group.command.Course;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A group while a rule changes it, and what happened meanwhile. It never leaves the rules. */
final class Change {
    private final String id;
    private final Constants constants;
    private final Optional<Part> part;
    private final SortedMap<String, Member> members = new TreeMap<>();
    private final List<Happening> happenings = new ArrayList<>();
    private long revision;
    private Settings settings;
    private Leadership leadership;
    private Optional<String> code;
    private Optional<ReadyCheck> readyCheck;
    private Optional<Instant> emptySince;
    private Optional<GroupEnd> end;

    Change(Group group) {
        id = group.id();
        constants = group.constants();
        part = group.part();
        revision = group.revision();
        settings = group.settings();
        leadership = group.leadership();
        code = group.code();
        readyCheck = group.readyCheck();
        emptySince = group.emptySince();
        end = group.end();
        group.members().forEach(member -> members.put(member.playerId(), member));
    }

    Group group() {
        return new Group(
                id,
                revision,
                constants,
                settings,
                leadership,
                code,
                readyCheck,
                emptySince,
                end,
                List.copyOf(members.values()),
                part);
    }

    Course course() {
        return new Course(group(), happenings);
    }

    List<Member> members() {
        return List.copyOf(members.values());
    }

    Optional<Member> member(String playerId) {
        return Optional.ofNullable(members.get(playerId));
    }

    Leadership leadership() {
        return leadership;
    }

    Optional<ReadyCheck> readyCheck() {
        return readyCheck;
    }

    Change happened(What what, String playerId, Instant at) {
        happenings.add(new Happening(what, playerId, at));
        return this;
    }

    Change place(Member member) {
        members.put(member.playerId(), member.state().holdsSeat() ? member : member.former());
        return this;
    }

    Change forget(Member member) {
        members.remove(member.playerId());
        return this;
    }

    Change lead(Leadership next) {
        leadership = next;
        return this;
    }

    Change set(Settings next) {
        settings = next;
        return this;
    }

    Change code(Optional<String> next) {
        code = next;
        return this;
    }

    Change check(Optional<ReadyCheck> next) {
        readyCheck = next;
        return this;
    }

    Change emptySince(Optional<Instant> next) {
        emptySince = next;
        return this;
    }

    boolean isEmpty() {
        return emptySince.isPresent();
    }

    boolean isOver() {
        return end.isPresent();
    }

    /** Ends the group; whoever has a seat loses it. */
    Change end(GroupEnd with) {
        end = Optional.of(with);
        code = Optional.empty();
        leadership = Leadership.NOBODY;
        readyCheck = Optional.empty();
        emptySince = Optional.empty();
        return happened(What.ENDED, id, with.at());
    }

    /** Ends one step: what follows of itself is put in order, and the revision counts it. */
    Change done(Instant at) {
        Aftermath.settle(this, constants.template(), at);
        revision++;
        return this;
    }
}
