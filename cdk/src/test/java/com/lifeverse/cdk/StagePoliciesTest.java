package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.cdk.construct.StageSettings;
import com.lifeverse.cdk.contract.StagePolicies;
import com.lifeverse.platform.json.Policies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers that a stage has otherwise. */
@Tag("template")
final class StagePoliciesTest {
    @Test
    void aStagesOwnNumbersAreToldToEveryFunction(@TempDir Path temporary) throws IOException {
        var sources = Sources.copy(temporary.resolve("tree"));
        var numbers = "{\"session\":{\"concurrency\":{\"winner\":\"oldest\"}}}";
        Files.writeString(sources.root().resolve("cdk/policies/dev.json"), numbers);
        var out = temporary.resolve("out");

        LifeVerseApp.synthesize(StageSettings.dev(), sources, out);

        assertThat(Assembly.read(out).all("AWS::Lambda::Function"))
                .isNotEmpty()
                .allSatisfy(function -> assertThat(function.properties()
                                .at("/Environment/Variables/POLICIES")
                                .asText())
                        .isEqualTo(numbers));
        assertThat(Assembly.dev().all("AWS::Lambda::Function"))
                .allSatisfy(function -> assertThat(function.properties()
                                .at("/Environment/Variables")
                                .has("POLICIES"))
                        .isFalse());
    }

    @Test
    void aStageWhoseNumbersDoNotHoldIsNotMade(@TempDir Path temporary) throws IOException {
        var sources = Sources.copy(temporary.resolve("tree"));
        var file = sources.root().resolve("cdk/policies/dev.json");

        Files.writeString(file, "{\"session\":{\"lease\":\"PT20M\"}}");
        assertThatThrownBy(() -> LifeVerseApp.synthesize(StageSettings.dev(), sources, temporary.resolve("out")))
                .hasMessageContaining(
                        "dev.json: Policy session: accessTokenLife must be at least twice the longest lease, PT22M");

        Files.writeString(file, "{\"trigger\":{\"hop\":9}}");
        assertThatThrownBy(() -> LifeVerseApp.synthesize(StageSettings.dev(), sources, temporary.resolve("out")))
                .hasMessageContaining("dev.json: Policy trigger has no number hop");
    }

    @Test
    void everyFileOfNumbersHasARecordThatChecksIt() throws IOException {
        var files = Assembly.repository().root().resolve("functions/src/main/resources/policies");
        try (var found = Files.list(files)) {
            assertThat(found.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(StagePolicies.RECORDS.stream()
                            .map(Policies::context)
                            .toList());
        }
    }
}
