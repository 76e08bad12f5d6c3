package com.lifeverse.trigger.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.spec.Release.Stage;
import com.lifeverse.trigger.spec.Versions.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class VersionsTest {
    private static final List<String> PLAYERS =
            IntStream.range(0, 1_000).mapToObj(number -> "ply_" + number).toList();

    private static final Trigger NOW = Given.firstWin();
    private static final Trigger THEN = Given.trigger(1, Given.DAY, 2, Given.DAY);

    @Test
    void whoHasAVersionKeepsItWhenItIsForMorePlayersAndGivesItBackInTheSameOrder() {
        Set<String> before = new HashSet<>();
        for (int percent = 0; percent <= 100; percent += 5) {
            var now = players(ramped(percent));

            assertThat(now).containsAll(before);
            assertThat((double) now.size()).isCloseTo(percent * 10, within(60.0));
            before = now;
        }
        assertThat(before).hasSize(PLAYERS.size());
    }

    @Test
    void playersAreNotTheSameForEveryTrigger() {
        var first = PLAYERS.stream()
                .filter(player -> Release.hundredth("first", player) < 10)
                .toList();
        var both = first.stream()
                .filter(player -> Release.hundredth("second", player) < 10)
                .toList();

        assertThat((double) both.size() / first.size()).isCloseTo(0.1, within(0.1));
    }

    @Test
    void shadowStandsBesideWhatActsOnly() {
        var shadow = new Version(THEN, new Release(Stage.SHADOW, 100));
        var half = new Versions(new Version(NOW, new Release(Stage.LIVE, 50)), Optional.of(shadow));

        for (var player : PLAYERS) {
            assertThat(half.shadowing(player).isPresent())
                    .isEqualTo(half.acting(player).isPresent());
        }
        assertThat(half.acting(inside(50))).contains(NOW);
        assertThat(half.acting(outside(50))).isEmpty();
    }

    @Test
    void draftsAndWhatIsRetiredDoNothing() {
        for (var stage : List.of(Stage.DRAFT, Stage.RETIRED)) {
            var versions = new Versions(new Version(NOW, new Release(stage, 100)), Optional.empty());
            assertThat(versions.acting("ply_1")).isEmpty();
            assertThat(versions.shadowing("ply_1")).isEmpty();
        }
        var drafted = new Versions(
                new Version(NOW, Release.LIVE), Optional.of(new Version(THEN, new Release(Stage.DRAFT, 100))));
        assertThat(drafted.acting("ply_1")).contains(NOW);
        assertThat(drafted.shadowing("ply_1")).isEmpty();
    }

    @Test
    void triggerThatIsInTheShadowActsForNobody() {
        var versions = new Versions(new Version(NOW, new Release(Stage.SHADOW, 100)), Optional.empty());

        assertThat(versions.acting("ply_1")).isEmpty();
        assertThat(versions.shadowing("ply_1")).contains(NOW);
    }

    private static Versions ramped(int percent) {
        return new Versions(
                new Version(NOW, Release.LIVE), Optional.of(new Version(THEN, new Release(Stage.LIVE, percent))));
    }

    private static Set<String> players(Versions versions) {
        return PLAYERS.stream()
                .filter(player -> versions.acting(player).filter(THEN::equals).isPresent())
                .collect(Collectors.toSet());
    }

    private static String inside(int percent) {
        return PLAYERS.stream()
                .filter(player -> Release.hundredth(NOW.id(), player) < percent)
                .findFirst()
                .orElseThrow();
    }

    private static String outside(int percent) {
        return PLAYERS.stream()
                .filter(player -> Release.hundredth(NOW.id(), player) >= percent)
                .findFirst()
                .orElseThrow();
    }
}
