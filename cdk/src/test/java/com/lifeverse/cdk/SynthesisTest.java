package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.cdk.construct.StageSettings;
import com.lifeverse.cdk.contract.Documents;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The assembly of prod, in two regions, as a whole: sound to the CDK's own rules, small enough, soon made, and the same bytes
 * when another process makes it from another directory at another time.
 */
@Tag("template")
class SynthesisTest {
    /** CloudFormation takes 500; the rest is for whoever adds something at night. */
    private static final int MOST_RESOURCES = 450;

    @TempDir
    static Path temporary;

    private static Synthesis elsewhere;
    private static Synthesis unchecked;

    private final Assembly here = Assembly.of(StageSettings.prod());

    @BeforeAll
    static void synthesise() throws Exception {
        var tree = Sources.copy(temporary.resolve("somewhere/else/entirely"));
        elsewhere = Synthesis.of("prod", tree.root(), temporary);
        unchecked = Synthesis.unchecked("dev", tree.root(), temporary);
    }

    @Test
    void anotherProcessInAnotherDirectoryGivesTheSameBytes() {
        assertThat(elsewhere.assembly().templates().keySet())
                .hasSizeGreaterThanOrEqualTo(20)
                .isEqualTo(here.templates().keySet());
        for (var stack : here.templates().keySet()) {
            var kind = stack + ".template.json";
            var file = here.directory().resolve(kind);
            assertThat(file)
                    .hasSameBinaryContentAs(elsewhere.assembly().directory().resolve(kind))
                    .content()
                    .doesNotContain(here.directory().toString());
            assertThat(here.directory().resolve(stack + ".assets.json"))
                    .hasSameBinaryContentAs(elsewhere.assembly().directory().resolve(stack + ".assets.json"));
        }
    }

    @Test
    void theCdksOwnValidationFindsNothing() {
        assertThat(Documents.yaml(elsewhere.assembly().directory().resolve("validation-report.json"))
                        .path("pluginReports"))
                .isEmpty();
    }

    @Test
    void twoRegionsWithAllChecksTakeSixTimesOneRegionWithoutAtMost() {
        // On the machine on which the whole took half a minute this is the minute that it may take; by turns, so that a slow one is none.
        assertThat(elsewhere.processors())
                .isBetween(Duration.ofSeconds(1), unchecked.processors().multipliedBy(6));
    }

    @Test
    void noStackIsNearCloudFormationsLimit() {
        here.templates()
                .forEach((stack, template) ->
                        assertThat(template.path("Resources").size()).as(stack).isLessThanOrEqualTo(MOST_RESOURCES));
    }

    @Test
    void stacksAreDeployedFromWhatTheyNeed() {
        var dev = Assembly.dev();
        assertThat(dev.needs("dev-operations")).isEmpty();
        assertThat(dev.needs("dev-identity")).containsExactly("dev-operations");
        assertThat(dev.needs("dev-session")).containsExactlyInAnyOrder("dev-operations", "dev-identity", "dev-events");
        assertThat(dev.needs("dev-notice")).containsExactlyInAnyOrder("dev-operations", "dev-session", "dev-events");
        assertThat(dev.needs("dev-group"))
                .containsExactlyInAnyOrder("dev-operations", "dev-session", "dev-notice", "dev-events");
        assertThat(dev.needs("dev-trigger")).containsExactlyInAnyOrder("dev-operations", "dev-events");
        assertThat(dev.needs("dev-rights"))
                .containsExactlyInAnyOrder(
                        "dev-operations",
                        "dev-session",
                        "dev-notice",
                        "dev-group",
                        "dev-trigger",
                        "dev-experiment",
                        "dev-participation",
                        "dev-events");
        assertThat(dev.needs("dev-participation"))
                .containsExactlyInAnyOrder("dev-operations", "dev-liveops", "dev-events");
        assertThat(dev.needs("dev-workflow")).containsExactlyInAnyOrder("dev-operations", "dev-trigger", "dev-events");
        assertThat(dev.needs("dev-api")).contains("dev-identity", "dev-session", "dev-notice", "dev-trigger");
    }
}
