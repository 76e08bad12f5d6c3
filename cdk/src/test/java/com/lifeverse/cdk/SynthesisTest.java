package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.cdk.construct.StageSettings;
import com.lifeverse.cdk.contract.Documents;
import com.lifeverse.cdk.contract.SourceTree;
import com.lifeverse.cdk.contract.StagePolicies;
import com.lifeverse.platform.json.Policies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The assembly as a whole: the same everywhere, and sound to the CDK's own rules. */
@Tag("template")
class SynthesisTest {
    @Test
    void aSecondDirectoryGivesTheSameBytes(@TempDir Path first, @TempDir Path second) throws IOException {
        var one = synthesizeCopy(first.resolve("here"));
        var other = synthesizeCopy(second.resolve("somewhere/else/entirely"));

        assertThat(one.templates()).hasSizeGreaterThanOrEqualTo(6).isEqualTo(other.templates());
        for (var stack : one.templates().keySet()) {
            for (var kind : List.of(".template.json", ".assets.json")) {
                var here = one.directory().resolve(stack + kind);
                assertThat(here).hasSameBinaryContentAs(other.directory().resolve(stack + kind));
                assertThat(here).content().doesNotContain(first.toString());
            }
        }
    }

    @Test
    void aStagesOwnNumbersAreToldToEveryFunction(@TempDir Path temporary) throws IOException {
        var sources = copy(temporary.resolve("tree"));
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
        var sources = copy(temporary.resolve("tree"));
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

    @Test
    void stacksAreDeployedFromWhatTheyNeed() {
        assertThat(needsOf("dev-operations")).isEmpty();
        assertThat(needsOf("dev-identity")).containsExactly("dev-operations");
        assertThat(needsOf("dev-session")).containsExactlyInAnyOrder("dev-operations", "dev-identity", "dev-events");
        assertThat(needsOf("dev-notice")).containsExactlyInAnyOrder("dev-operations", "dev-session", "dev-events");
        assertThat(needsOf("dev-group"))
                .containsExactlyInAnyOrder("dev-operations", "dev-session", "dev-notice", "dev-events");
        assertThat(needsOf("dev-trigger")).containsExactlyInAnyOrder("dev-operations", "dev-events");
        assertThat(needsOf("dev-rights"))
                .containsExactlyInAnyOrder(
                        "dev-operations", "dev-session", "dev-notice", "dev-group", "dev-trigger", "dev-events");
        assertThat(needsOf("dev-workflow")).containsExactlyInAnyOrder("dev-operations", "dev-trigger", "dev-events");
        assertThat(needsOf("dev-api")).contains("dev-identity", "dev-session", "dev-notice", "dev-trigger");
    }

    /** In a process of its own, since validation is off in this one; it also shows that the app starts by itself. */
    @Test
    void theCdksOwnValidationFindsNothing(@TempDir Path temporary) throws Exception {
        var sources = copy(temporary.resolve("tree"));
        var out = temporary.resolve("out");
        var log = temporary.resolve("log");
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LifeVerseApp.class.getName(),
                "--stage",
                "prod",
                "--root",
                sources.root().toString(),
                "--out",
                out.toString());
        command.environment().remove("CDK_VALIDATION");
        var process =
                command.redirectErrorStream(true).redirectOutput(log.toFile()).start();

        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        assertThat(Documents.yaml(out.resolve("validation-report.json")).path("pluginReports"))
                .isEmpty();
    }

    private static List<String> needsOf(String stack) {
        var manifest = Documents.yaml(Assembly.dev().directory().resolve("manifest.json"));
        return StreamSupport.stream(
                        manifest.path("artifacts")
                                .path(stack)
                                .path("dependencies")
                                .spliterator(),
                        false)
                .map(JsonNode::asText)
                .filter(artifact -> !artifact.endsWith(".assets"))
                .toList();
    }

    private static Assembly synthesizeCopy(Path root) {
        var out = root.resolveSibling("assembly");
        LifeVerseApp.synthesize(StageSettings.dev(), copy(root), out);
        return Assembly.read(out);
    }

    private static SourceTree copy(Path root) {
        var original = Assembly.repository();
        for (var part : List.of(
                "cdk/cdk.json",
                "cdk/identity-providers",
                "cdk/policies",
                "functions/openapi.yaml",
                "events",
                "statemachines")) {
            copyTree(original.root().resolve(part), root.resolve(part));
        }
        var copy = SourceTree.of(root);
        Assembly.code(copy.lambda());
        return copy;
    }

    private static void copyTree(Path from, Path to) {
        try (var files = Files.walk(from)) {
            Files.createDirectories(to.getParent());
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
