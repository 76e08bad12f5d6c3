package com.lifeverse.liveops.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.Phase;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.desk.Revision;
import com.lifeverse.liveops.event.Audience;
import com.lifeverse.liveops.event.Experiment;
import com.lifeverse.liveops.event.Ramp;
import com.lifeverse.liveops.event.Regions;
import com.lifeverse.liveops.event.Share;
import com.lifeverse.liveops.experiment.ExperimentRules;
import com.lifeverse.liveops.experiment.Exposure;
import com.lifeverse.liveops.flag.Flag;
import com.lifeverse.liveops.flag.Flags;
import com.lifeverse.liveops.flag.Layer;
import com.lifeverse.liveops.flag.Layer.Kind;
import com.lifeverse.liveops.preview.Sight.Standing;
import com.lifeverse.liveops.support.Given;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class PreviewTest {
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final Map<String, Object> PC = Map.of("platform", "pc");
    private static final Map<String, Object> BANNED = Map.of("tag", "banned");

    @Test
    void aFlagHasTheValueOfTheEventThatRunsForThePlayerAndSaysOfAllOthersWhyTheyDoNot() {
        var runs = event("runs", "2027-03-01T06:00", new Audience(List.of(PC), List.of(BANNED), 100), 2);
        var later = event("later", "2027-03-05T06:00", Audience.ALL, 3);
        var others = event(
                "others", "2027-03-01T06:00", new Audience(List.of(Map.of("platform", "ios")), List.of(), 100), 4);

        var preview = look(List.of(runs, later, others), viewer("eu-west", PC), NOON);

        assertThat(xp(preview).value()).contains(2);
        assertThat(xp(preview).chain())
                .extracting(
                        link -> link.sight().published().id(),
                        link -> link.sight().moment().phase(),
                        link -> link.sight().standing(),
                        Preview.Link::holds)
                .containsExactly(
                        tuple("runs", Phase.ACTIVE, Standing.IN, true),
                        tuple("later", Phase.HIDDEN, Standing.IN, false),
                        tuple("others", Phase.ACTIVE, Standing.NOT_INCLUDED, false));
        assertThat(look(List.of(runs), viewer("eu-west", Map.of("platform", "pc", "tag", "banned")), NOON)
                        .events()
                        .getFirst()
                        .standing())
                .isEqualTo(Standing.EXCLUDED);
        assertThat(xp(look(List.of(runs), viewer("eu-west", PC), NOON.plusSeconds(86_400)))
                        .value())
                .as("the day after")
                .isEmpty();
    }

    @Test
    void anEventByPlayersClocksIsWhereTheirClocksSay() {
        var when = Given.calendar("2027-03-01T18:00", "PT1H", new Clocks.PlayerLocal());
        var local = new Published(
                new Revision(1, "ann", NOON, Given.event("local", when, Audience.ALL, Map.of("xp", 2)), Map.of()),
                NOON,
                new TreeSet<>());

        assertThat(xp(look(List.of(local), at("+06:00"), NOON)).value()).contains(2);
        assertThat(xp(look(List.of(local), at("+05:00"), NOON)).value()).isEmpty();
    }

    @Test
    void whereAnEventIsSwitchedOffItLeavesTheFlagAsTheGameHasIt() {
        var event = event("runs", "2027-03-01T06:00", Audience.ALL, 2).revision();
        var off = new Published(event, NOON, new TreeSet<>(Set.of("eu-west")));

        assertThat(xp(look(List.of(off), viewer("us-east", PC), NOON)).value()).contains(2);
        var there = xp(look(List.of(off), viewer("eu-west", PC), NOON));
        assertThat(there.value()).isEmpty();
        assertThat(there.chain().getFirst().sight().standing()).isEqualTo(Standing.SWITCHED_OFF);
    }

    @Test
    void whoNamesNoRegionThatThereIsHasNothingThatIsSwitchedOffAnywhere() {
        var event = event("runs", "2027-03-01T06:00", Audience.ALL, 2).revision();
        var somewhere = new Published(event, NOON, new TreeSet<>(Set.of("eu-west")));
        var everywhere = new Published(event, NOON, new TreeSet<>(Regions.NAMES));

        for (var region : List.of("", "nowhere", "EU-WEST")) {
            assertThat(standing(everywhere, region)).isEqualTo(Standing.SWITCHED_OFF);
            assertThat(standing(somewhere, region)).isEqualTo(Standing.SWITCHED_OFF);
            assertThat(standing(new Published(event, NOON, new TreeSet<>()), region))
                    .isEqualTo(Standing.IN);
        }
        assertThat(standing(somewhere, "us-east")).isEqualTo(Standing.IN);
    }

    @Test
    void whoNamesNoRegionThatThereIsIsWhereverAnEventIsNot() {
        var there = Map.<String, Object>of("region", "eu-west");
        var notThere = event("runs", "2027-03-01T06:00", new Audience(List.of(), List.of(there), 100), 2);
        var onlyThere = event("runs", "2027-03-01T06:00", new Audience(List.of(there), List.of(), 100), 2);
        var ramp = new Ramp(
                List.of(
                        new Ramp.Step(100, List.of("eu-west"), Duration.ZERO),
                        new Ramp.Step(100, List.of(), Duration.ofHours(8))),
                List.of());
        var ramped = new Published(
                new Revision(
                        1,
                        "ann",
                        NOON,
                        Given.with(
                                event("runs", "2027-03-01T06:00", Audience.ALL, 2)
                                        .revision()
                                        .event(),
                                ramp),
                        Map.of()),
                NOON,
                new TreeSet<>());

        assertThat(standing(notThere, "nowhere")).isEqualTo(Standing.EXCLUDED);
        assertThat(standing(notThere, "us-east")).isEqualTo(Standing.IN);
        assertThat(standing(onlyThere, "nowhere")).isEqualTo(Standing.NOT_INCLUDED);
        assertThat(standing(onlyThere, "eu-west")).isEqualTo(Standing.IN);
        assertThat(standing(ramped, "nowhere")).isEqualTo(Standing.NOT_YET);
        assertThat(standing(ramped, "eu-west")).isEqualTo(Standing.IN);
        assertThat(look(List.of(ramped), viewer("nowhere", PC), NOON.plus(Duration.ofHours(3)))
                        .events()
                        .getFirst()
                        .standing())
                .as("the step for everywhere")
                .isEqualTo(Standing.IN);
    }

    private static Standing standing(Published event, String region) {
        var viewer = viewer(region, Map.of("platform", "pc", "region", region));
        return look(List.of(event), viewer, NOON).events().getFirst().standing();
    }

    @Test
    void shareOfPlayersIsAsLargeAsItSaysAndWhoIsInStaysInWhenItGrows() {
        var tenth = event("runs", "2027-03-01T06:00", new Audience(List.of(), List.of(), 10), 2);
        var half = event("runs", "2027-03-01T06:00", new Audience(List.of(), List.of(), 50), 2);
        var inTenth = players(tenth);
        var inHalf = players(half);

        assertThat(inTenth).hasSizeBetween(900, 1100);
        assertThat(inHalf).hasSizeBetween(4800, 5200).containsAll(inTenth);
        // Written down, for clients reckon it as well.
        assertThat(Share.of("weekend-festival", "ply_019b7600-0000-7000-8000-000000000001"))
                .isEqualTo(82);
    }

    @Test
    void theWholeChainOfAFlagIsShownExperimentBeforeEventBeforeVariantBeforeDefault() {
        var declared = new Flags(new TreeMap<>(Map.of(
                "xp",
                new Flag("xp", Flag.Type.NUMBER, 1, List.of(new Flag.Variant("pc", PC, 1.5)), "Experience.", "economy"),
                "track",
                new Flag("track", Flag.Type.TEXT, "none", List.of(), "Which is on.", "world"))));
        var trial = new Experiment("pace", List.of(variant("slow", 50, 3), variant("fast", 50, 4)), 0, true);
        var runs = with(event("runs", "2027-03-01T06:00", Audience.ALL, 2), trial);

        var during = Preview.of(
                List.of(runs), viewer("eu-west", PC), NOON, PreviewTest::matches, declared, Preview.Shown.NOTHING);
        var after = Preview.of(
                List.of(runs),
                viewer("eu-west", PC),
                NOON.plusSeconds(86_400),
                PreviewTest::matches,
                declared,
                Preview.Shown.NOTHING);

        var mine = ExperimentRules.dealt("runs", trial, "ply_1").orElseThrow();
        assertThat(xp(during).value()).contains(mine.overrides().get("xp"));
        assertThat(xp(during).layers())
                .extracting(Layer::kind, Layer::source, Layer::holds)
                .containsExactly(
                        tuple(Kind.DEFAULT, "xp", true),
                        tuple(Kind.VARIANT, "pc", true),
                        tuple(Kind.LIVE_EVENT, "runs", true),
                        tuple(Kind.EXPERIMENT, "runs/pace/slow", mine.name().equals("slow")),
                        tuple(Kind.EXPERIMENT, "runs/pace/fast", mine.name().equals("fast")));
        assertThat(xp(after).value()).as("the variant's").contains(1.5);
        assertThat(Objects.requireNonNull(during.flags().get("track")).value())
                .as("a flag that no event could set has its reason, too")
                .contains("none");
    }

    @Test
    void whoWasShownAVariantBeforeIsPreviewedWithItWhereItIsLockedAndByTheirShareElsewhere() {
        var variants = List.of(variant("slow", 50, 3), variant("fast", 50, 4));
        var mine = ExperimentRules.dealt("runs", new Experiment("pace", variants, 0, true), "ply_1")
                .orElseThrow();
        var other = variants.stream()
                .filter(variant -> !variant.equals(mine))
                .findFirst()
                .orElseThrow();

        assertThat(shown(new Experiment("pace", variants, 0, true), other.name()))
                .isEqualTo(other.overrides().get("xp"));
        assertThat(shown(new Experiment("pace", variants, 0, true), ExperimentRules.HOLDOUT))
                .as("the event's own")
                .isEqualTo(2);
        assertThat(shown(new Experiment("pace", variants, 0, true), "gone"))
                .as("a variant that there is no more")
                .isEqualTo(mine.overrides().get("xp"));
        assertThat(shown(new Experiment("pace", variants, 0, false), other.name()))
                .isEqualTo(mine.overrides().get("xp"));
    }

    /** What a player has who was shown that group's. */
    private static Object shown(Experiment trial, String group) {
        var runs = with(event("runs", "2027-03-01T06:00", Audience.ALL, 2), trial);
        var preview = Preview.of(
                List.of(runs),
                viewer("eu-west", PC),
                NOON,
                PreviewTest::matches,
                Flags.NONE,
                (event, experiment) ->
                        Optional.of(new Exposure(event, experiment.id(), "ply_1", group, "slow=50,fast=50", NOON)));
        return xp(preview).value().orElseThrow();
    }

    private static Experiment.Variant variant(String name, int percent, int xp) {
        return new Experiment.Variant(name, percent, new TreeMap<>(Map.of("xp", xp)));
    }

    private static Published with(Published published, Experiment experiment) {
        var revision = published.revision();
        return new Published(
                new Revision(1, "ann", NOON, Given.with(revision.event(), experiment), Map.of()),
                NOON,
                published.killedIn());
    }

    private static boolean matches(Map<String, Object> pattern, Map<String, Object> profile) {
        return profile.entrySet().containsAll(pattern.entrySet());
    }

    private static Preview.Flag xp(Preview preview) {
        return Objects.requireNonNull(preview.flags().get("xp"));
    }

    private static List<Integer> players(Published event) {
        return IntStream.range(0, 10_000)
                .filter(number -> look(List.of(event), viewer("ply_" + number), NOON)
                        .events()
                        .getFirst()
                        .standing()
                        .equals(Standing.IN))
                .boxed()
                .toList();
    }

    private static Published event(String id, String start, Audience audience, int value) {
        var when = Given.calendar(start, "P1D", new Clocks.Utc());
        var event = Given.event(id, when, audience, Map.of("xp", value));
        return new Published(new Revision(1, "ann", NOON, event, Map.of()), NOON, new TreeSet<>());
    }

    private static Viewer viewer(String playerId) {
        return new Viewer(playerId, ZoneOffset.UTC, Optional.empty(), "eu-west", PC);
    }

    private static Viewer viewer(String region, Map<String, Object> profile) {
        return new Viewer("ply_1", ZoneOffset.UTC, Optional.empty(), region, profile);
    }

    private static Viewer at(String offset) {
        return new Viewer("ply_1", ZoneOffset.of(offset), Optional.empty(), "eu-west", PC);
    }

    /** All that the pattern says, the profile says. */
    private static Preview look(List<Published> events, Viewer viewer, Instant at) {
        return Preview.of(
                events, viewer, at, (pattern, profile) -> profile.entrySet().containsAll(pattern.entrySet()));
    }
}
