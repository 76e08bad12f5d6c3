package com.lifeverse.session.group.support;

import com.lifeverse.session.Platform;
import com.lifeverse.session.group.Constants;
import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.Feature;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.GroupTemplate;
import com.lifeverse.session.group.Happening.What;
import com.lifeverse.session.group.Joinability;
import com.lifeverse.session.group.LeaderPolicy;
import com.lifeverse.session.group.Settings;
import com.lifeverse.session.group.Timers;
import com.lifeverse.session.group.Traits;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.Course;
import com.lifeverse.session.group.command.Decision;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.command.Refusal;
import com.lifeverse.session.group.command.Standing;
import com.lifeverse.session.group.rule.Founding;
import com.lifeverse.session.group.rule.GroupRules;
import com.lifeverse.session.preference.CrossPlayWish;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Groups in a certain state, and players who ask them for things. */
public final class Given {
    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    public static final String ANN = "ply_ann";
    public static final String BEN = "ply_ben";
    public static final String CLEO = "ply_cleo";
    public static final String GROUP = "grp_1";

    private Given() {}

    /** The time so many seconds after the beginning. */
    public static Instant at(long seconds) {
        return NOW.plusSeconds(seconds);
    }

    public static Timers timers() {
        return new Timers(
                Duration.ofSeconds(60),
                Optional.of(Duration.ofSeconds(30)),
                Duration.ofMinutes(2),
                Duration.ofSeconds(15),
                Duration.ofMinutes(3),
                Optional.of(Duration.ofMinutes(5)),
                Optional.of(Duration.ofDays(1)));
    }

    public static GroupTemplate template(int seats, LeaderPolicy leader) {
        return template(seats, leader, EnumSet.allOf(Feature.class));
    }

    /** Of parties of three that can do only that for players. */
    public static GroupTemplate supporting(Set<Feature> features) {
        return template(3, LeaderPolicy.AUTOMATIC, features);
    }

    private static GroupTemplate template(int seats, LeaderPolicy leader, Set<Feature> supported) {
        return new GroupTemplate(
                "party",
                1,
                seats,
                Joinability.OPEN,
                EnumSet.allOf(Joinability.class),
                leader,
                true,
                EnumSet.allOf(Platform.class),
                supported,
                timers(),
                6,
                256,
                64,
                List.of("mode"),
                0);
    }

    /** Of crowds of that many seats over so many sections, which a server leads. */
    public static GroupTemplate crowd(int seats, int sections) {
        return new GroupTemplate(
                "festival",
                1,
                seats,
                Joinability.OPEN,
                EnumSet.of(Joinability.OPEN, Joinability.CLOSED, Joinability.INVITE_ONLY),
                LeaderPolicy.SERVER,
                true,
                EnumSet.allOf(Platform.class),
                EnumSet.allOf(Feature.class),
                timers(),
                0,
                256,
                64,
                List.of("mode"),
                sections);
    }

    /** A crowd that a server has made, with nobody in it. */
    public static Course crowd(GroupTemplate template) {
        var constants = new Constants(
                template, template.seats(), Optional.empty(), template.platforms(), Set.of(), NOW, Optional.empty());
        var settings = new Settings(template.joinability(), Map.of(), Map.of(), false);
        return changed(Founding.found(
                GROUP, constants, settings, Actor.server("match-server-1"), Optional.empty(), false, NOW));
    }

    /** A party of that many seats that Ann has made, open to all. */
    public static Group party(int seats) {
        return party(template(seats, LeaderPolicy.AUTOMATIC), entrant(ANN));
    }

    public static Group party(GroupTemplate template, Entrant founder) {
        var constants = new Constants(
                template, template.seats(), Optional.empty(), template.platforms(), Set.of(), NOW, Optional.empty());
        var settings = new Settings(template.joinability(), Map.of(), Map.of(), false);
        return changed(Founding.found(
                        GROUP, constants, settings, Actor.player(founder.playerId()), Optional.of(founder), false, NOW))
                .group();
    }

    public static Entrant entrant(String player) {
        return entrant(player, Platform.PC, Traits.NONE);
    }

    public static Entrant entrant(String player, Platform platform, Traits traits) {
        return new Entrant(player, "ses_of_" + player, platform, traits);
    }

    public static Traits samePlatformOnly() {
        return new Traits(new CrossPlayWish.SamePlatformOnly(), Set.of());
    }

    public static Traits needing(Feature... features) {
        return new Traits(new CrossPlayWish.Allowed(), Set.of(features));
    }

    public static GroupCommand join(String player) {
        return join(entrant(player));
    }

    public static GroupCommand join(Entrant entrant) {
        return new GroupCommand.Join(entrant, Standing.STRANGER, Optional.empty(), false);
    }

    public static GroupCommand connect(String player) {
        return new GroupCommand.Connect(entrant(player));
    }

    public static GroupCommand disconnect(String player) {
        return new GroupCommand.Disconnect(player, Optional.empty(), Optional.empty());
    }

    public static GroupCommand invite(String by, String player) {
        return new GroupCommand.Invite(Actor.player(by), player, Standing.STRANGER, Optional.empty(), false);
    }

    /** The group after that command, which it must take. */
    public static Group after(Group group, GroupCommand command, Instant now) {
        return course(group, command, now).group();
    }

    public static Course course(Group group, GroupCommand command, Instant now) {
        return changed(GroupRules.decide(group, command, now));
    }

    public static Refusal refusal(Group group, GroupCommand command, Instant now) {
        return switch (GroupRules.decide(group, command, now)) {
            case Decision.Refused(var why) -> why;
            case Decision.Changed _, Decision.Same _ -> throw new AssertionError("It was not refused");
        };
    }

    public static Course changed(Decision decision) {
        return switch (decision) {
            case Decision.Changed(var course) -> course;
            case Decision.Refused(var why) -> throw new AssertionError("It was refused: " + why);
            case Decision.Same() -> throw new AssertionError("Nothing has changed");
        };
    }

    /** What happened, in order. */
    public static List<What> whats(Course course) {
        return course.happenings().stream().map(happening -> happening.what()).toList();
    }
}
