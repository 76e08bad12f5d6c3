package com.lifeverse.session.group.crowd;

import com.lifeverse.session.group.Member;
import java.util.List;

/**
 * Some of the members of a crowd: those whose ids lead here, always the same.
 *
 * @param number from 0
 * @param revision counts what happened here; 0 if nothing has
 * @param allotment the seats that may be filled here, never more than {@link Seating} says
 */
public record Section(int number, long revision, Allotment allotment, List<Member> members) {
    public Section {
        members = List.copyOf(members);
    }

    /** The only section that ever has this player. */
    public static int of(String playerId, int sections) {
        return Math.floorMod((playerId.hashCode() * 0x9E3779B9) >>> 16, sections);
    }

    /** Seats that are taken or kept for somebody. */
    public int used() {
        return (int)
                members.stream().filter(member -> member.state().holdsSeat()).count();
    }

    /** Players who are in it, there or not; an invited one is not. */
    public int inside() {
        return (int) members.stream()
                .filter(member -> member.state().holdsSeat() && member.isIn())
                .count();
    }

    /** The same with seats that were brought to it, unless they are of a turn that is over, or it has them already. */
    public Section taking(Allotment brought) {
        boolean good = brought.turn() == allotment.turn() && brought.seats() > allotment.seats();
        return good ? with(brought) : this;
    }

    /** The same with that allotment; nothing happened by it. */
    public Section with(Allotment given) {
        return new Section(number, revision, given, members);
    }
}
