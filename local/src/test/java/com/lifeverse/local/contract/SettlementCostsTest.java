package com.lifeverse.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.aws.LiveEventFile;
import com.lifeverse.liveops.participation.Participation;
import com.lifeverse.liveops.participation.ParticipationPolicy;
import com.lifeverse.liveops.participation.Participations.Change;
import com.lifeverse.liveops.participation.aws.DynamoParticipations;
import com.lifeverse.liveops.settlement.Buckets;
import com.lifeverse.liveops.settlement.Files;
import com.lifeverse.liveops.settlement.Settle;
import com.lifeverse.liveops.settlement.Subject;
import com.lifeverse.liveops.settlement.TakeInventory;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.support.MeteredDynamo;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a settlement costs in request units for each player. */
@Tag("adapters")
final class SettlementCostsTest {
    private static final LocalDateTime FRIDAY = LocalDateTime.parse("2026-12-04T18:00");
    private static final Instant NOW = Instant.parse("2026-12-08T18:00:00Z");
    private static final int CROWD = 640;

    private final MeteredDynamo meter = new MeteredDynamo(Engine.empty().client());
    private final DynamoParticipations participations = new DynamoParticipations(meter, "participations");
    private final Settle settle = new Settle(participations, Standard.of(ParticipationPolicy.class));
    private final Subject subject = new Subject(feast(), FRIDAY, 0);

    private static LiveEvent feast() {
        return switch (LiveEventFile.read("""
                {"event":"feast","type":"festival","title":{"en":"Feast"},"labels":["seasonal"],"owner":"liveops-europe",
                 "escalation":["liveops-europe"],"runbook":"runbooks/live-event.md","accessibility":"No flashing effects at all.",
                 "when":{"start":"2026-12-04T18:00","duration":"PT6H","time":"utc"},"progress":{"trigger":"objective"},
                 "rewards":[{"tier":1,"at":3,"grant":{"item":"lantern","amount":1}},{"tier":2,"at":10,"grant":{"item":"kite","amount":1}}]}\
                """)) {
            case LiveEventFile.Reading.Sound sound -> sound.file().event();
            case LiveEventFile.Reading.Faulty faulty -> throw new AssertionError(faulty.violations());
        };
    }

    private static String player(int number) {
        return "ply_019a9f2e-6c00-7a11-8b22-%012d".formatted(number);
    }

    private void plays(int number, long progress) {
        var who = new Participation(
                "feast", FRIDAY, player(number), NOW, ZoneOffset.UTC, 0, progress, NOW, new TreeMap<>(), 1);
        participations.save(new Change(who, Optional.empty(), 0, List.of(), NOW.plus(Duration.ofDays(90))));
    }

    @Test
    void whoIsOwedSomethingCostsOneReadAndOneWriteAndWhoIsNotOneRead() {
        plays(1, 12);
        meter.reset();
        settle.with(subject, player(1), NOW);
        assertThat(meter.readUnits()).isEqualTo(1);
        assertThat(meter.writeUnits()).isEqualTo(1);

        meter.reset();
        settle.with(subject, player(1), NOW);
        assertThat(meter.readUnits()).isEqualTo(1);
        assertThat(meter.writeUnits()).isZero();
    }

    @Test
    void anInventoryIsAReadForEachFourKilobytesAndOneForEachEmptyPage() {
        for (int i = 0; i < CROWD; i++) {
            plays(i, 0);
        }
        meter.reset();
        var inventory = new TakeInventory(participations, nowhere(), 250);
        Buckets.all(8).forEach(some -> inventory.of(subject, "s", 1, some));
        assertThat(meter.calls()).isEqualTo(Participation.BUCKETS);
        assertThat(meter.readUnits()).isLessThan(CROWD / 5.0);
        assertThat(meter.writeUnits()).isZero();
    }

    private static Files nowhere() {
        return new Files() {
            @Override
            public void write(String settlement, int round, int bucket, int number, List<String> players) {
                throw new AssertionError("Nobody is owed anything");
            }

            @Override
            public List<String> read(String key) {
                return List.of();
            }

            @Override
            public void forget(String settlement) {
                // There is none.
            }
        };
    }
}
