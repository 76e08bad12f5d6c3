package com.lifeverse.liveops.flag.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.event.aws.Vocabulary;
import com.lifeverse.liveops.flag.Flags;
import com.lifeverse.liveops.lint.FlagLint;
import com.lifeverse.platform.Violation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("adapters")
final class FlagFileTest {
    @Test
    void flagsOfTheProjectFitTheirTypesAndTheirPatternsAreSome() {
        assertThat(FlagFile.shipped().all()).containsKeys("xp.multiplier", "plaza.crowd");
        assertThat(FlagLint.findings(FlagFile.shipped(), Vocabulary.lint().patternFault()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: number, default: 1, color: red | /flags/0/color",
                "type: colour, default: 1             | /flags/0/type",
                "type: number                         | /flags/0/default",
                "type: number, default: 1}, {name: xp, owner: a, description: More of it., type: text, default: a | /flags/xp",
            })
    void whatHasNotTheRightFormIsRefusedWithItsPlace(String rest, String pointer) {
        var reading = FlagFile.read("flags: [{name: xp, owner: a, description: Experience., %s}]".formatted(rest));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        FlagFile.Reading.Faulty.class,
                        faulty -> assertThat(faulty.violations())
                                .extracting(Violation::pointer)
                                .containsExactly(pointer));
    }

    @Test
    void aDefaultOrAVariantOfAnotherTypeIsAnErrorAndSoIsAPatternThatIsNone() {
        var flags = sound("""
            flags:
              - { name: xp, owner: a, description: Experience., type: integer, default: much }
              - { name: crowd, owner: a, description: How many there are., type: object, default: { players: 1 },
                  variants: [{ name: ios, when: { platform: ios }, value: { players: all } }] }
            """);

        assertThat(FlagLint.findings(flags, Vocabulary.lint().patternFault()))
                .extracting(finding -> finding.code() + " " + finding.pointer())
                .containsExactly(
                        "flag-type /flags/crowd/variants/0/value/players",
                        "no-pattern /flags/crowd/variants/0/when",
                        "flag-type /flags/xp/default");
    }

    private static Flags sound(String text) {
        return ((FlagFile.Reading.Sound) FlagFile.read(text)).flags();
    }
}
