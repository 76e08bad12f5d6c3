package com.lifeverse.session.group.aws;

import static com.lifeverse.session.support.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.Platform;
import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.Feature;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.Joinability;
import com.lifeverse.session.group.Traits;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.command.Patch;
import com.lifeverse.session.group.command.Standing;
import com.lifeverse.session.group.crowd.aws.DynamoCrowds;
import com.lifeverse.session.group.desk.GroupDesk;
import com.lifeverse.session.group.desk.GroupOutcome;
import com.lifeverse.session.group.desk.OpenGroup;
import com.lifeverse.session.group.desk.Plan;
import com.lifeverse.session.preference.CrossPlayWish;
import com.lifeverse.session.support.MeteredDynamo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What groups cost, in request units, with ids and traits as long as real ones. */
public abstract class GroupCostsContract {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Traits LONGEST =
            new Traits(new CrossPlayWish.Listed(List.of(Platform.values())), Set.of(Feature.values()));

    private final Supplier<UUID> ids = ids(1);
    private MeteredDynamo meter;
    private GroupDesk desk;
    private OpenGroup opening;

    /** The table {@code groups}, empty. */
    protected abstract DynamoDbClient dynamoDb();

    @BeforeEach
    void open() {
        meter = new MeteredDynamo(dynamoDb());
        var templates = new TemplateFiles();
        desk = new GroupDesk(
                new DynamoGroups(meter, "groups", templates),
                new DynamoMemberships(meter, "groups"),
                new DynamoCrowds(meter, "groups"),
                Standard.of(GroupPolicy.class));
        opening = new OpenGroup(desk, templates);
    }

    @Test
    void everyJoinAndLeaveOfAFullPartyIsAtMostFourWriteUnits() {
        var founder = entrant();
        var party = group("party", founder);
        for (int seat = 1; seat < 8; seat++) {
            var guest = entrant();
            assertThat(cost(party, invite(founder.playerId(), guest.playerId())))
                    .as("invitation %d", seat)
                    .isLessThanOrEqualTo(4);
            assertThat(cost(party, join(guest))).as("join %d", seat).isLessThanOrEqualTo(4);
        }
        var members = desk.look(party, NOW).orElseThrow().members();
        assertThat(members).hasSize(8);
        for (var member : members) {
            assertThat(cost(party, new GroupCommand.Leave(member.playerId()))).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void itIsSoWithAllThatAPartyAndItsMembersMayRemember() {
        var founder = entrant();
        var party = group("party", founder);
        var template = desk.look(party, NOW).orElseThrow().template();
        cost(party, setting(founder.playerId(), template.propertyBytes()));
        cost(party, new GroupCommand.SetOwn(founder.playerId(), filling(template.memberPropertyBytes())));
        for (int seat = 1; seat < 8; seat++) {
            var guest = entrant();
            assertThat(cost(party, join(guest))).as("join %d", seat).isBetween(1.0, 4.0);
            cost(party, new GroupCommand.SetOwn(guest.playerId(), filling(template.memberPropertyBytes())));
        }
        var members = desk.look(party, NOW).orElseThrow().members();
        assertThat(members).hasSize(8);
        for (var member : members) {
            assertThat(cost(party, new GroupCommand.Leave(member.playerId()))).isBetween(1.0, 4.0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 60, 149})
    void aJoinOfALargerGroupIsItsKilobytesAndOne(int others) {
        var match = group("match", Optional.empty());
        for (int seat = 0; seat < others; seat++) {
            cost(match, join(entrant()));
        }
        var last = cost(match, join(entrant()));
        assertThat(last).isLessThanOrEqualTo(kilobytes(match) + 1);
        // Some 190 bytes a member, with wishes and needs.
        assertThat(last).isLessThanOrEqualTo(3 + others * 0.2);
    }

    @Test
    void whatIsRefusedOrWasSoBeforeWritesNothing() {
        var founder = entrant();
        var party = group("party", founder);
        assertThat(cost(party, join(founder))).isZero();
        assertThat(cost(party, join(entrant()))).as("uninvited").isZero();
    }

    @Test
    void readingAPartyIsOneReadUnit() {
        var party = group("party", entrant());
        meter.reset();
        desk.look(party, NOW);
        assertThat(meter.readUnits()).isEqualTo(1);
        assertThat(meter.writeUnits()).isZero();
    }

    private static GroupCommand setting(String leader, int bytes) {
        return new GroupCommand.Set(
                Actor.player(leader),
                new Patch(
                        Optional.of(Joinability.OPEN),
                        filling(bytes - 72),
                        Map.of("activity", Optional.of("x".repeat(64))),
                        Optional.empty()));
    }

    /** Properties of so many bytes, as many as fit. */
    private static Map<String, Optional<String>> filling(int bytes) {
        return Map.of("a", Optional.of("x".repeat(bytes - 1)));
    }

    private double kilobytes(String group) {
        meter.reset();
        desk.look(group, NOW);
        // A consistent read is billed by 4 KB, and so says the size less exactly than a write.
        return meter.readUnits() * 4;
    }

    private double cost(String group, GroupCommand command) {
        meter.reset();
        var outcome = desk.ask(group, Optional.empty(), _ -> command, Optional.of("ply_anybody"), ids, NOW);
        assertThat(outcome).isNotInstanceOf(GroupOutcome.Contended.class);
        return meter.writeUnits();
    }

    private String group(String template, Entrant founder) {
        return group(template, Optional.of(founder));
    }

    private String group(String template, Optional<Entrant> founder) {
        var plan = new Plan(
                template,
                Optional.empty(),
                Optional.of("eu-central"),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                false,
                Optional.empty());
        var by = founder.map(entrant -> Actor.player(entrant.playerId())).orElse(Actor.server("match-server-1"));
        meter.reset();
        Group group = ((OpenGroup.Outcome.Opened) opening.open(plan, by, founder, ids, NOW)).group();
        assertThat(meter.writeUnits()).isLessThanOrEqualTo(2);
        return group.id();
    }

    private Entrant entrant() {
        return new Entrant("ply_" + ids.get(), "ses_" + ids.get(), Platform.PLAYSTATION, LONGEST);
    }

    private static GroupCommand join(Entrant entrant) {
        return new GroupCommand.Join(entrant, Standing.STRANGER, Optional.empty(), false);
    }

    private static GroupCommand invite(String by, String player) {
        return new GroupCommand.Invite(
                Actor.player(by), player, Standing.STRANGER, Optional.of("come and play with us"), false);
    }
}
