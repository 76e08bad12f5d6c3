package com.lifeverse.trigger.profile.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.lint.ProfileLint;
import com.lifeverse.trigger.lint.aws.Shipped;
import com.lifeverse.trigger.profile.aws.ProfileFile.Reading;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
class ProfileFileTest {
    @Test
    void theOneThatComesWithTheCodeHasNoFindings() {
        var form = ProfileFile.shipped();

        assertThat(new ProfileLint(Shipped.surroundings()).findings(form)).isEmpty();
        assertThat(form.changedBy("session.started.v1")).containsExactly("platform", "region", "tags.newcomer");
    }

    @Test
    void everythingThatIsWrongIsToldWithItsPlace() {
        assertThat(faults("""
                tags: { VIP: { meaning: x }, vip: {} }
                counters: { wins: { meaning: Matches won. } }
                projections:
                  - from: match.ended.v1
                  - { from: match.ended.v1, set: { nickname: payload.name, level: outcome } }
                  - { from: match.ended.v1, tag: { gone: P1D, vip: P999D } }
                  - { from: match.ended.v1, count: { losses: 1, wins: 0 } }
                """))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder(
                        "/tags/VIP",
                        "/tags/vip",
                        "/projections/0",
                        "/projections/1/set/nickname",
                        "/projections/1/set/level",
                        "/projections/2/tag/gone",
                        "/projections/2/tag/vip",
                        "/projections/3/count/losses",
                        "/projections/3/count/wins");
        assertThat(faults("tags: {}\nprojections: []\nfields: {}\n"))
                .extracting(Violation::pointer)
                .contains("/counters", "/fields");
    }

    @Test
    void moreTagsAndCountersThanAProfileHoldsAreRefused() {
        var counters = IntStream.rangeClosed(0, 24)
                .mapToObj("  c%d: { meaning: Something. }"::formatted)
                .collect(Collectors.joining("\n"));

        assertThat(faults("tags: {}\ncounters:\n" + counters + "\nprojections: []\n"))
                .containsExactly(new Violation("", "declares more than 24 tags and counters"));
    }

    @Test
    void projectionIsOfAnEventThatArrivesAndNotOfProfilesThemselves() {
        var form = switch (ProfileFile.read("""
                tags: {}
                counters: { all: { meaning: All. } }
                projections:
                  - { from: grant.made.v1, count: { all: 1 } }
                  - { from: no.such.v1, count: { all: 1 } }
                  - { from: profile.changed.v1, count: { all: 1 } }
                  - { from: match.ended.v1, when: { payload: { mode: [{ prefixx: r }] } }, count: { all: 1 } }
                """)) {
            case Reading.Sound(var sound) -> sound;
            case Reading.Faulty(var violations) -> throw new AssertionError(violations.toString());
        };

        assertThat(new ProfileLint(Shipped.surroundings()).findings(form))
                .extracting(Violation::pointer)
                .containsExactly(
                        "/projections/0/from", "/projections/1/from", "/projections/2/from", "/projections/3/when");
    }

    private static List<Violation> faults(String text) {
        return switch (ProfileFile.read(text)) {
            case Reading.Sound _ -> List.of();
            case Reading.Faulty(var violations) -> violations;
        };
    }
}
