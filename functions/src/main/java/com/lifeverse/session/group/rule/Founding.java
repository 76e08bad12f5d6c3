package com.lifeverse.session.group.rule;

import com.lifeverse.session.group.Constants;
import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Happening.What;
import com.lifeverse.session.group.LeaderPolicy;
import com.lifeverse.session.group.Leadership;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.MemberState;
import com.lifeverse.session.group.Settings;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.Decision;
import com.lifeverse.session.group.command.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a group begins. */
public final class Founding {
    private Founding() {}

    /**
     * The group of that id with its founder in it, or with nobody if a game server founds it.
     *
     * @param acceptsUnmet true if the founder comes although it cannot do what they need
     */
    public static Decision found(
            String id,
            Constants constants,
            Settings settings,
            Actor by,
            Optional<Entrant> founder,
            boolean acceptsUnmet,
            Instant now) {
        var empty = new Group(
                id,
                0,
                constants,
                settings,
                Leadership.NOBODY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        return refusal(empty, by, founder, acceptsUnmet).map(Decision::refused).orElseGet(() -> {
            var change = new Change(empty).happened(What.CREATED, by.id(), now);
            if (constants.template().isCrowd() && founder.isEmpty()) {
                change.emptySince(Optional.of(now));
            }
            founder.ifPresent(
                    entrant -> seat(change, entrant, constants.template().leader(), now));
            return GroupRules.changed(change, now);
        });
    }

    private static void seat(Change change, Entrant founder, LeaderPolicy policy, Instant now) {
        change.place(Member.in(MemberState.JOINED, founder.playerId(), now)
                .as(founder)
                .seatedAt(now));
        switch (policy) {
            case AUTOMATIC, MANUAL -> change.lead(Leadership.of(founder.playerId()));
            case NONE, SERVER -> {
                // Who makes such a group does not lead it.
            }
        }
    }

    private static Optional<Refusal> refusal(Group group, Actor by, Optional<Entrant> founder, boolean acceptsUnmet) {
        if (group.template().leader() == LeaderPolicy.SERVER && !by.isServer()) {
            return Optional.of(Refusal.NOT_THE_LEADER);
        }
        var unmet = founder.filter(entrant ->
                !acceptsUnmet && !Admission.offers(group, entrant.traits().needs()));
        if (unmet.isPresent()) {
            return Optional.of(Refusal.ACCESSIBILITY_NOT_OFFERED);
        }
        return founder.flatMap(entrant -> Admission.onPlatform(group, entrant))
                .or(() -> Conduct.refusal(group, group.settings()));
    }
}
