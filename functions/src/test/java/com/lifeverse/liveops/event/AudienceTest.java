package com.lifeverse.liveops.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.preview.aws.ProfilePatterns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who can be in two audiences at once. */
@Tag("rules")
final class AudienceTest {
    private static final List<String> REGIONS = List.of("eu-west", "us-east", "ap-south");
    private static final List<String> PLATFORMS = List.of("pc", "ios", "switch");

    private static Audience of(List<Map<String, Object>> include, List<Map<String, Object>> exclude) {
        return new Audience(include, exclude, 100);
    }

    private static Map<String, Object> region(String... names) {
        return Map.of("region", List.of(names));
    }

    @Test
    void whatOneIsForAndAnotherLeavesOutDoesNotMeet() {
        var both = of(List.of(region("eu-west", "us-east")), List.of());
        var west = of(List.of(region("eu-west")), List.of());

        assertThat(west.canMeet(of(List.of(), List.of(region("eu-west"))))).isFalse();
        assertThat(of(List.of(), List.of(region("eu-west"))).canMeet(west)).isFalse();
        assertThat(west.canMeet(of(List.of(), List.of(region("us-east"))))).isTrue();
        assertThat(both.canMeet(of(List.of(), List.of(region("eu-west"))))).isTrue();
        assertThat(both.canMeet(of(List.of(), List.of(region("us-east"), region("eu-west")))))
                .as("one value after the other")
                .isFalse();
    }

    @Test
    void whoeverIsLeftOutByMoreThanTheOtherSaysMayBeInBoth() {
        Map<String, Object> pcThere = Map.of("region", List.of("eu-west"), "platform", List.of("pc"));
        Map<String, Object> seasoned = Map.of("level", List.of(Map.of("numeric", List.of(">", 10))));
        var west = of(List.of(region("eu-west")), List.of());

        assertThat(west.canMeet(of(List.of(), List.of(pcThere)))).isTrue();
        assertThat(of(List.of(pcThere), List.of()).canMeet(of(List.of(), List.of(region("eu-west")))))
                .isFalse();
        assertThat(of(List.of(seasoned), List.of()).canMeet(of(List.of(), List.of(seasoned))))
                .isFalse();
        assertThat(Audience.ALL.canMeet(of(List.of(), List.of(region("eu-west")))))
                .isTrue();
    }

    @Test
    void nobodyIsInTwoThatAreSaidNotToMeet() {
        int apart = 0;
        for (int seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            var one = of(patterns(random), patterns(random));
            var other = of(patterns(random), patterns(random));
            boolean met = REGIONS.stream()
                    .anyMatch(region -> PLATFORMS.stream()
                            .map(platform -> Map.<String, Object>of("region", region, "platform", platform))
                            .anyMatch(profile -> isIn(one, profile) && isIn(other, profile)));
            if (!one.canMeet(other)) {
                apart++;
                assertThat(met).as("seed %d: %s, %s", seed, one, other).isFalse();
            }
        }
        assertThat(apart).isGreaterThan(50);
    }

    private static boolean isIn(Audience audience, Map<String, Object> profile) {
        return (audience.include().isEmpty()
                        || audience.include().stream().anyMatch(each -> ProfilePatterns.matches(each, profile)))
                && audience.exclude().stream().noneMatch(each -> ProfilePatterns.matches(each, profile));
    }

    private static List<Map<String, Object>> patterns(Random random) {
        List<Map<String, Object>> patterns = new ArrayList<>();
        for (int left = random.nextInt(3); left > 0; left--) {
            patterns.add(
                    switch (random.nextInt(3)) {
                        case 0 -> Map.of("region", some(REGIONS, random));
                        case 1 -> Map.of("platform", some(PLATFORMS, random));
                        default -> Map.of("region", some(REGIONS, random), "platform", some(PLATFORMS, random));
                    });
        }
        return patterns;
    }

    private static List<String> some(List<String> all, Random random) {
        var some = new TreeSet<String>();
        for (int left = 1 + random.nextInt(2); left > 0; left--) {
            some.add(all.get(random.nextInt(all.size())));
        }
        return List.copyOf(some);
    }
}
