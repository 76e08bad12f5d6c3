package com.lifeverse.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.desk.Revision;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.aws.LiveEventFile;
import com.lifeverse.liveops.participation.ParticipationDesk;
import com.lifeverse.liveops.participation.ParticipationDesk.Entering;
import com.lifeverse.liveops.participation.ParticipationPolicy;
import com.lifeverse.liveops.participation.aws.DynamoGoals;
import com.lifeverse.liveops.participation.aws.DynamoParticipations;
import com.lifeverse.liveops.participation.aws.DynamoViewers;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.support.MeteredDynamo;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What it costs in request units to join a live event. */
@Tag("adapters")
final class JoinCostsTest {
    private static final Instant NOW = Instant.parse("2026-12-04T19:00:00Z");
    private static final String ANNA = "ply_019a9f2e-6c00-7a11-8b22-000000000001";

    private final MeteredDynamo meter = new MeteredDynamo(Engine.empty().client());
    private final ParticipationDesk desk = new ParticipationDesk(
            new DynamoParticipations(meter, "participations"),
            new DynamoGoals(meter, "participations"),
            new DynamoViewers(meter, "participations"),
            (pattern, profile) -> new TreeMap<>(pattern).equals(profile),
            Standard.of(ParticipationPolicy.class),
            () -> NOW);

    private static Published feast(String time) {
        LiveEvent event = switch (LiveEventFile.read("""
                {"event":"feast","type":"festival","title":{"en":"Feast"},"labels":["seasonal"],"owner":"liveops-europe",
                 "escalation":["liveops-europe"],"runbook":"runbooks/live-event.md","accessibility":"No flashing effects at all.",
                 "when":{"start":"2026-12-04T18:00","duration":"PT6H","time":"%s"},"progress":{"trigger":"objective"},
                 "rewards":[{"tier":1,"at":3,"grant":{"item":"lantern","amount":1}}]}\
                """.formatted(time))) {
            case LiveEventFile.Reading.Sound sound -> sound.file().event();
            case LiveEventFile.Reading.Faulty faulty -> throw new AssertionError(faulty.violations());
        };
        return new Published(new Revision(1, "ann", NOW, event, Map.of()), NOW, new TreeSet<>());
    }

    @Test
    void whoeverJoinsCostsASeatAndTwoForEachSmallItem() {
        assertThat(desk.enter(feast("utc"), ANNA, ZoneOffset.UTC)).isInstanceOf(Entering.In.class);
        assertThat(meter.readUnits()).isEqualTo(1.5);
        assertThat(meter.writeUnits()).isEqualTo(7);

        meter.reset();
        desk.enter(feast("utc"), ANNA, ZoneOffset.UTC);
        assertThat(meter.readUnits()).isEqualTo(1.5);
        assertThat(meter.writeUnits()).isZero();
    }

    @Test
    void byPlayersOwnClocksItIsAReadUnitAndTwoWriteUnitsMore() {
        assertThat(desk.enter(feast("player-local"), ANNA, ZoneOffset.UTC)).isInstanceOf(Entering.In.class);
        assertThat(meter.readUnits()).isEqualTo(2.5);
        assertThat(meter.writeUnits()).isEqualTo(9);
    }
}
