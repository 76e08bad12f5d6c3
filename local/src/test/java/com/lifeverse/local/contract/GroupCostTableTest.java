package com.lifeverse.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.Platform;
import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.Feature;
import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.Traits;
import com.lifeverse.session.group.aws.DynamoGroups;
import com.lifeverse.session.group.aws.DynamoMemberships;
import com.lifeverse.session.group.aws.TemplateFiles;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.command.Standing;
import com.lifeverse.session.group.crowd.Section;
import com.lifeverse.session.group.crowd.aws.DynamoCrowds;
import com.lifeverse.session.group.desk.GroupDesk;
import com.lifeverse.session.group.desk.GroupOutcome;
import com.lifeverse.session.group.desk.OpenGroup;
import com.lifeverse.session.group.desk.Plan;
import com.lifeverse.session.preference.CrossPlayWish;
import com.lifeverse.session.support.Fixtures;
import com.lifeverse.session.support.MeteredDynamo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The table of costs in {@code docs/systems/group-sessions.md} is what is measured here, with ids, wishes and needs as long as real ones.
 * It prints what it measures, to be put there when that has changed.
 */
@Tag("adapters")
final class GroupCostTableTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Traits LONGEST =
            new Traits(new CrossPlayWish.Listed(List.of(Platform.values())), Set.of(Feature.values()));

    private final Supplier<UUID> ids = Fixtures.ids(1);
    private final MeteredDynamo meter = new MeteredDynamo(Engine.empty().client());
    private final TemplateFiles templates = new TemplateFiles();
    private final GroupDesk desk = new GroupDesk(
            new DynamoGroups(meter, "groups", templates),
            new DynamoMemberships(meter, "groups"),
            new DynamoCrowds(meter, "groups"),
            Standard.of(GroupPolicy.class));
    private final List<String> rows = new ArrayList<>();

    @Test
    void theTableInTheDocumentationIsWhatIsMeasured() throws IOException {
        party();
        match();
        crowd();
        var table = String.join("\n", rows);
        System.out.println(table);

        var page = Path.of(System.getProperty("lifeverse.home", ".."), "docs/systems/group-sessions.md");
        assertThat(Files.readString(page)).contains(table);
    }

    private void party() {
        var founder = entrant();
        meter.reset();
        var party = open("party", Optional.of(founder));
        row("make a party");
        var guest = entrant();
        ask("invite into a party of 1", party, invite(founder, guest));
        ask("join an invited seat", party, join(guest));
        for (int seat = 2; seat < 7; seat++) {
            ask("", party, invite(founder, entrant()));
        }
        var last = entrant();
        ask("invite the eighth", party, invite(founder, last));
        ask("join as the eighth", party, join(last));
        ask("say that one is there", party, new GroupCommand.Connect(last));
        ask("be refused: it is full", party, invite(founder, entrant()));
        ask("leave a party of 8", party, new GroupCommand.Leave(last.playerId()));
        ask("put a member out", party, new GroupCommand.Remove(Actor.player(founder.playerId()), guest.playerId()));
        meter.reset();
        desk.look(party, founder.playerId(), NOW);
        row("look at a party");
    }

    private void match() {
        var match = open("match", Optional.empty());
        for (int seat = 1; seat <= 150; seat++) {
            var name = seat == 50 || seat == 100 || seat == 150 ? "join a match as number " + seat : "";
            ask(name, match, join(entrant()));
        }
    }

    private void crowd() {
        var crowd = open("plaza", Optional.empty());
        var counts = new int[20];
        Entrant last = entrant();
        for (int seat = 0; seat < 1_100; seat++) {
            last = entrant();
            int number = ++counts[Section.of(last.playerId(), 20)];
            boolean shown = number == 20 || number == 50;
            var name = "join a crowd, as number %d of a section".formatted(number);
            ask(shown && rows.stream().noneMatch(row -> row.contains(name)) ? name : "", crowd, join(last));
        }
        meter.reset();
        desk.look(crowd, last.playerId(), NOW);
        row("look at a crowd of 1,100");
    }

    private void ask(String what, String group, GroupCommand command) {
        meter.reset();
        var outcome = desk.ask(group, Optional.empty(), _ -> command, Optional.empty(), ids, NOW);
        assertThat(outcome).isNotInstanceOf(GroupOutcome.Contended.class);
        if (!what.isEmpty()) {
            row(what);
        }
    }

    private void row(String what) {
        rows.add(String.format(Locale.ROOT, "| %s | %.1f | %.1f |", what, meter.readUnits(), meter.writeUnits()));
    }

    private String open(String template, Optional<Entrant> founder) {
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
        var opened = new OpenGroup(desk, templates).open(plan, by, founder, ids, NOW);
        return ((OpenGroup.Outcome.Opened) opened).group().id();
    }

    private Entrant entrant() {
        return new Entrant("ply_" + ids.get(), "ses_" + ids.get(), Platform.PLAYSTATION, LONGEST);
    }

    private static GroupCommand join(Entrant entrant) {
        return new GroupCommand.Join(entrant, Standing.STRANGER, Optional.empty(), false);
    }

    private static GroupCommand invite(Entrant by, Entrant guest) {
        return new GroupCommand.Invite(
                Actor.player(by.playerId()), guest.playerId(), Standing.STRANGER, Optional.of("come and play"), false);
    }
}
