package com.lifeverse.session.group.aws;

import static com.lifeverse.session.support.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.Platform;
import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.Feature;
import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.Traits;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.command.Standing;
import com.lifeverse.session.group.crowd.Crowds;
import com.lifeverse.session.group.crowd.Section;
import com.lifeverse.session.group.crowd.Tally;
import com.lifeverse.session.group.crowd.aws.DynamoCrowds;
import com.lifeverse.session.group.desk.GroupDesk;
import com.lifeverse.session.group.desk.GroupOutcome;
import com.lifeverse.session.group.desk.OpenGroup;
import com.lifeverse.session.group.desk.Plan;
import com.lifeverse.session.preference.CrossPlayWish;
import com.lifeverse.session.support.MeteredDynamo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What crowds cost, in request units, with ids and traits as long as real ones. */
public abstract class CrowdCostsContract {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Traits LONGEST =
            new Traits(new CrossPlayWish.Listed(List.of(Platform.values())), Set.of(Feature.values()));

    private final Supplier<UUID> ids = ids(1);
    private MeteredDynamo meter;
    private GroupDesk desk;
    private Crowds crowds;
    private OpenGroup opening;

    /** The table {@code groups}, empty. */
    protected abstract DynamoDbClient dynamoDb();

    @BeforeEach
    void open() {
        meter = new MeteredDynamo(dynamoDb());
        var templates = new TemplateFiles();
        crowds = new DynamoCrowds(meter, "groups");
        desk = new GroupDesk(
                new DynamoGroups(meter, "groups", templates),
                new DynamoMemberships(meter, "groups"),
                crowds,
                Standard.of(GroupPolicy.class));
        opening = new OpenGroup(desk, templates);
    }

    @Test
    void aJoinOrLeaveIsTheKilobytesOfItsSectionAndOne() {
        var crowd = crowd(2_000);
        var guests = new ArrayList<Entrant>();
        for (int guest = 0; guest < 1_000; guest++) {
            var entrant = entrant();
            double cost = cost(crowd, join(entrant));
            if (guest > 0) {
                // Whoever comes first says that the crowd is no longer empty: one more.
                assertThat(cost).as("join %d", guest).isLessThanOrEqualTo(kilobytes(crowd, entrant) + 1);
            }
            guests.add(entrant);
        }
        for (var guest : guests.subList(0, 50)) {
            double before = kilobytes(crowd, guest);
            assertThat(cost(crowd, new GroupCommand.Leave(guest.playerId()))).isLessThanOrEqualTo(before + 1);
        }
    }

    @Test
    void seatsFromElsewhereAreBroughtSeldomEnoughToCostLittleMore() {
        int seats = 1_000;
        var crowd = crowd(seats);
        double joins = 0;
        double bar = 0;
        for (int guest = 0; guest < seats; guest++) {
            var entrant = entrant();
            joins += cost(crowd, join(entrant));
            bar += kilobytes(crowd, entrant) + 1;
        }
        // To the very last seat, with nothing counted meanwhile.
        assertThat(joins).isLessThanOrEqualTo(bar * 1.25);
    }

    @Test
    void thatACrowdIsFullIsWhatWasCountedAndCostsNoLookAround() {
        var crowd = crowd(40);
        for (int guest = 0; guest < 40; guest++) {
            cost(crowd, join(entrant()));
        }
        crowds.sections(crowd, 0)
                .forEach(stored ->
                        crowds.count(crowd, stored.section().number(), Tally.Count.of(stored.section()), NOW));
        assertThat(cost(crowd, join(entrant()))).isZero();
        // The crowd, its tally, the section and the seating.
        assertThat(meter.readUnits()).isLessThanOrEqualTo(4);
    }

    @Test
    void aLookIsThreeReads() {
        var crowd = crowd(2_000);
        var guest = entrant();
        cost(crowd, join(guest));
        meter.reset();
        desk.look(crowd, guest.playerId(), NOW);
        assertThat(meter.readUnits()).isLessThanOrEqualTo(2.5);
    }

    private double kilobytes(String crowd, Entrant entrant) {
        int number = Section.of(
                entrant.playerId(), new TemplateFiles().of("plaza.v1").sections());
        meter.reset();
        crowds.section(crowd, number);
        // A consistent read is billed by 4 KB, and so says the size less exactly than a write.
        return meter.readUnits() * 4;
    }

    private double cost(String crowd, GroupCommand command) {
        meter.reset();
        assertThat(desk.ask(crowd, Optional.empty(), _ -> command, command.about(), ids, NOW))
                .isNotInstanceOf(GroupOutcome.Contended.class);
        return meter.writeUnits();
    }

    private String crowd(int seats) {
        var plan = new Plan(
                "plaza",
                Optional.of(seats),
                Optional.of("eu-central"),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                false,
                Optional.empty());
        var opened = opening.open(plan, Actor.server("match-server-1"), Optional.empty(), ids, NOW);
        return ((OpenGroup.Outcome.Opened) opened).group().id();
    }

    private Entrant entrant() {
        return new Entrant("ply_" + ids.get(), "ses_" + ids.get(), Platform.PLAYSTATION, LONGEST);
    }

    private static GroupCommand join(Entrant entrant) {
        return new GroupCommand.Join(entrant, Standing.STRANGER, Optional.empty(), false);
    }
}
