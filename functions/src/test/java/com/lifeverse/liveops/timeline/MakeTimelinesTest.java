package com.lifeverse.liveops.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.desk.Catalogue;
import com.lifeverse.liveops.desk.LiveopsEvents;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.desk.Revision;
import com.lifeverse.liveops.event.Audience;
import com.lifeverse.liveops.support.Given;
import com.lifeverse.liveops.timeline.MakeTimelines.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class MakeTimelinesTest {
    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    private static final Place PC = new Place("pc", "eu-west");

    private final RememberedPointers pointers = new RememberedPointers();
    private final RememberedBundles bundles = new RememberedBundles();
    private final AtomicLong ids = new AtomicLong();
    private boolean overtaking;

    @Test
    void timelinesAreMadeOnceForEachChangeOfTheCatalogue() {
        assertThat(maker(65_536).from(() -> catalogue(0), NOW)).isEqualTo(new Outcome.Fresh());
        assertThat(maker(65_536).from(() -> catalogue(1), NOW)).isEqualTo(new Outcome.Made(1));
        assertThat(maker(65_536).from(() -> catalogue(1), NOW)).isEqualTo(new Outcome.Fresh());
        assertThat(maker(65_536).from(() -> catalogue(2), NOW)).isEqualTo(new Outcome.Made(2));
        assertThat(maker(65_536).from(() -> catalogue(1), NOW))
                .as("what was said late")
                .isEqualTo(new Outcome.Fresh());
    }

    @Test
    void timelinesAreMadeAnewWhenHalfOfTheirLifeIsOver() {
        maker(65_536).from(() -> catalogue(1), NOW);

        assertThat(maker(65_536).from(() -> catalogue(1), NOW.plus(Duration.ofHours(23))))
                .isEqualTo(new Outcome.Fresh());
        assertThat(maker(65_536).from(() -> catalogue(1), NOW.plus(Duration.ofHours(24))))
                .isEqualTo(new Outcome.Made(2));
    }

    @Test
    void whoeverIsCutOffAnywhereLeavesNothingThatPlayersRead() {
        maker(65_536).from(() -> catalogue(1), NOW);
        var before = pointers.read();
        for (int writes = 0; writes <= Place.all().size(); writes++) {
            bundles.failAfter(writes);
            assertThatThrownBy(() -> maker(65_536).from(() -> catalogue(2), NOW))
                    .hasMessage("The store is down");
            assertThat(pointers.read()).isEqualTo(before);
        }
        bundles.failAfter(Integer.MAX_VALUE);
        assertThat(maker(65_536).from(() -> catalogue(2), NOW)).isEqualTo(new Outcome.Made(2));
    }

    @Test
    void whoeverIsOvertakenLooksAgainAndTakesWhatOthersMade() {
        var asked = new AtomicLong();
        var outcome = maker(65_536)
                .from(
                        () -> {
                            // Behind the first look of this one another maker does all of its work.
                            overtaking = asked.incrementAndGet() == 1;
                            return catalogue(1);
                        },
                        NOW);

        assertThat(outcome).isEqualTo(new Outcome.Fresh());
        assertThat(pointers.read().orElseThrow().folder()).isEqualTo("theirs");
    }

    @Test
    void whatBeginsLastIsLeftOutOfATimelineWithoutRoomAndAKillSwitchComesThrough() {
        var crowd = new ArrayList<Published>();
        for (int number = 1; number <= 5; number++) {
            crowd.add(large(number, Set.of()));
        }
        assertThat(maker(65_536).from(() -> new Catalogue(1, crowd), NOW))
                .as("it rings")
                .isEqualTo(new Outcome.Crowded(1, List.of("large-5")));
        assertThat(maker(65_536).from(() -> new Catalogue(1, crowd), NOW))
                .as("and goes on to")
                .isEqualTo(new Outcome.Crowded(1, List.of("large-5")));
        assertThat(events()).containsExactly("large-1", "large-2", "large-3", "large-4");

        crowd.set(1, large(2, Set.of("eu-west")));
        var outcome = maker(65_536).from(() -> new Catalogue(2, crowd), NOW);
        assertThat(body())
                .contains("event=large-2, type=festival, title={en=Feast}")
                .contains("killed=true");
        assertThat(outcome).as("elsewhere it is on").isEqualTo(new Outcome.Crowded(2, List.of("large-5")));
        assertThat(events()).containsExactly("large-1", "large-2", "large-3", "large-4", "large-5");

        crowd.remove(0);
        assertThat(maker(65_536).from(() -> new Catalogue(3, crowd), NOW)).isEqualTo(new Outcome.Made(3));
        assertThat(maker(65_536).from(() -> new Catalogue(3, crowd), NOW)).isEqualTo(new Outcome.Fresh());
    }

    @Test
    void whatIsSwitchedOffIsNotLeftOutThoughItBeginsLast() {
        var crowd = new ArrayList<Published>();
        for (int number = 1; number <= 6; number++) {
            crowd.add(large(number, number == 6 ? Set.of("eu-west") : Set.of()));
        }
        maker(65_536).from(() -> new Catalogue(1, crowd), NOW);

        assertThat(events()).containsExactly("large-1", "large-2", "large-3", "large-4", "large-6");
    }

    @Test
    void whatWasLeftOutComesInWhenSomethingElseIsOver() {
        var crowd = new ArrayList<Published>();
        for (int number = 1; number <= 4; number++) {
            crowd.add(large(number, Set.of()));
        }
        crowd.add(large(5, "2027-03-01T05:00", "P1D", Set.of()));
        maker(65_536).from(() -> new Catalogue(1, crowd), NOW);

        assertThat(events()).doesNotContain("large-4").contains("large-5");
        var folder = pointers.read().orElseThrow().folder();
        var second = bundles.find(folder, PC).orElseThrow().sheets().get(1);
        assertThat(second.from()).isEqualTo(Instant.parse("2027-03-02T05:00:00Z"));
        assertThat(second.body()).contains("event=large-4").doesNotContain("event=large-5");
    }

    /** Of 14.5 KB; each begins a minute after the one before. */
    private static Published large(int number, Set<String> killedIn) {
        return large(number, "2027-03-01T06:0" + number, "P9D", killedIn);
    }

    private static Published large(int number, String start, String length, Set<String> killedIn) {
        var calendar = Given.calendar(start, length, new Clocks.Utc());
        var event = Given.event("large-" + number, calendar, Audience.ALL, Map.of("blob", "x".repeat(14_500)));
        return new Published(new Revision(1, "ann", NOW, event, Map.of()), NOW, new TreeSet<>(killedIn));
    }

    private String body() {
        var folder = pointers.read().orElseThrow().folder();
        return bundles.find(folder, PC).orElseThrow().sheets().getFirst().body();
    }

    private List<String> events() {
        return Pattern.compile("event=(large-.)")
                .matcher(body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void aFunctionAsksWhichIsTheNewestEveryFewSecondsAndFetchesEachOnce() {
        maker(65_536).from(() -> catalogue(1), NOW);
        var timelines = new Timelines(pointers, bundles, policy(65_536));

        assertThat(timelines.at(PC, NOW).orElseThrow().edition()).isEqualTo("1.0");
        maker(65_536).from(() -> catalogue(2), NOW);
        assertThat(timelines.at(PC, NOW.plusSeconds(4)).orElseThrow().edition()).isEqualTo("1.0");
        assertThat(bundles.reads()).isEqualTo(1);
        assertThat(timelines.at(PC, NOW.plusSeconds(5)).orElseThrow().edition()).isEqualTo("2.0");
        assertThat(bundles.reads()).isEqualTo(2);
        assertThat(timelines.keys(NOW.plusSeconds(5))).contains("keys");
        assertThat(timelines.at(PC, NOW.minusSeconds(1)))
                .as("before its first sheet")
                .isEmpty();
    }

    private MakeTimelines maker(int largest) {
        Seal seal = new Seal() {
            @Override
            public Bundle.Signed sign(Sheet sheet) {
                if (overtaking) {
                    overtaking = false;
                    var theirs = new Pointer(1, "theirs", 1, NOW.plus(Duration.ofDays(2)));
                    pointers.raise(theirs, LiveopsEvents.timelinePublished(new UUID(0x7000, 0), 1, NOW));
                }
                return new Bundle.Signed(sheet.from(), sheet.body().toString() + " ".repeat(1_000), "signature");
            }

            @Override
            public String keys() {
                return "keys";
            }
        };
        return new MakeTimelines(
                pointers, bundles, seal, policy(largest), () -> new UUID(0x7000, ids.incrementAndGet()));
    }

    private static LiveopsPolicy policy(int largest) {
        return new LiveopsPolicy(
                Duration.ofDays(2), Duration.ofSeconds(30), Duration.ofSeconds(5), 2, largest, Duration.ofMinutes(15));
    }

    private static Catalogue catalogue(long revision) {
        var event = Given.event(Given.calendar("2027-03-01T06:00", "P9D", new Clocks.Utc()));
        var published = new Published(new Revision(1, "ann", NOW, event, Map.of()), NOW, new TreeSet<>());
        return new Catalogue(revision, List.of(published));
    }
}
