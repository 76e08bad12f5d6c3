package com.lifeverse.session.group.desk;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.crowd.Allotment;
import com.lifeverse.session.group.crowd.Crowds;
import com.lifeverse.session.group.crowd.Seating;
import com.lifeverse.session.group.crowd.Section;
import com.lifeverse.session.group.crowd.Tally;
import com.lifeverse.session.live.CommandId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Brings free seats of a crowd to a section that has none left: one write where they come from, one to say whose they are now. */
record SeatLoans(Crowds crowds) {
    /** What came of it. */
    sealed interface Outcome {
        /** So many the section may take now. */
        record Brought(Allotment allotment) implements Outcome {}

        /** Others were at the same seats: to be tried again on what the table says now. */
        record Overtaken() implements Outcome {}

        /** No section has a seat to give. */
        record Full() implements Outcome {}
    }

    private static final Outcome OVERTAKEN = new Outcome.Overtaken();

    Outcome bring(Group whole, Section needy, Tally tally, Instant sweptAt, Supplier<UUID> ids) {
        var seating = seating(whole);
        if (seating.offers(needy)) {
            return new Outcome.Brought(seating.of(needy.number()));
        }
        if (seating.owes(needy)) {
            // What it once gave up has reached nobody.
            return move(whole, seating, needy, needy, sweptAt);
        }
        for (int donor : seating.donors(needy.number(), tally)) {
            var outcome = lend(whole, seating, donor, needy, sweptAt, ids);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return new Outcome.Full();
    }

    /** The section as it begins, before anything has happened there. */
    static Section fresh(Group whole, int number) {
        var even = Seating.even(whole.constants().seats(), whole.template().sections());
        return new Section(number, 0, even.of(number), List.of());
    }

    private Seating seating(Group whole) {
        int seats = whole.constants().seats();
        int sections = whole.template().sections();
        return crowds.seating(whole.id(), seats, sections).orElseGet(() -> Seating.even(seats, sections));
    }

    /** Empty if the donor has nothing to give after all. */
    private Optional<Outcome> lend(
            Group whole, Seating seating, int donor, Section needy, Instant sweptAt, Supplier<UUID> ids) {
        var stored = crowds.section(whole.id(), donor).map(Crowds.Stored::section);
        var section = stored.orElseGet(() -> fresh(whole, donor));
        if (seating.owes(section)) {
            return Optional.of(move(whole, seating, section, needy, sweptAt));
        }
        int spare = seating.spare(section);
        if (spare <= 0) {
            return Optional.empty();
        }
        // Half of them, so that a section that fills up does not ask for every single one.
        var lending = section.with(seating.of(donor).lending((spare + 1) / 2));
        var write = new Crowds.Write(
                whole.id(), whole.template().id(), lending, stored, CommandId.of(ids.get()), List.of(), sweptAt);
        return Optional.of(
                switch (crowds.write(write)) {
                    case WRITTEN -> move(whole, seating, lending, needy, sweptAt);
                    case OVERTAKEN -> OVERTAKEN;
                });
    }

    private Outcome move(Group whole, Seating seating, Section from, Section to, Instant sweptAt) {
        if (from.allotment().seats() > seating.of(from.number()).seats()) {
            // It was brought seats since the seating was read.
            return OVERTAKEN;
        }
        var moved = seating.moved(from, to.number());
        return crowds.write(whole.id(), moved, sweptAt) ? new Outcome.Brought(moved.of(to.number())) : OVERTAKEN;
    }
}
