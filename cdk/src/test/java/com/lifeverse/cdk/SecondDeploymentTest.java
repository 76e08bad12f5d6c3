package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.cdk.Assembly.Resource;
import com.lifeverse.cdk.construct.StageSettings;
import com.lifeverse.cdk.contract.SourceTree;
import com.lifeverse.session.lambda.RenewFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a deployment changes that is not the first: nothing if nothing has changed ({@link SynthesisTest} holds the bytes against
 * each other), else only what was. CloudFormation leaves alone what is declared as before.
 */
@Tag("template")
class SecondDeploymentTest {
    private final Assembly dev = Assembly.dev();

    @Test
    void newCodeChangesFunctionsAndWhatIsPublishedOfThemAndNothingElse(@TempDir Path temporary) throws IOException {
        var code = Files.createDirectories(temporary.resolve("code"));
        Files.writeString(code.resolve("code.txt"), "stands for other classes and libraries\n");

        var changed = changes(synthesize(
                StageSettings.dev(), new SourceTree(Assembly.repository().root(), code), temporary.resolve("out")));

        assertThat(types(changed))
                .containsExactlyInAnyOrder("AWS::Lambda::Function", "AWS::Lambda::Version", "AWS::Lambda::Alias");
    }

    @Test
    void aChangedFunctionChangesNothingButItself(@TempDir Path temporary) {
        var dev = StageSettings.dev();
        var other = new StageSettings(
                dev.name(),
                dev.regions(),
                dev.removal(),
                dev.api(),
                dev.signIn(),
                dev.census(),
                dev.logRetention(),
                dev.rollout(),
                Map.of(RenewFunction.class, 5),
                dev.readied());

        var changed = changes(synthesize(other, Assembly.repository(), temporary.resolve("out")));

        assertThat(changed.keySet())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name).startsWith("dev-session/Renew"));
    }

    @Test
    void whatTheDeploymentItselfCallsIsAskedTheSameEachTime() {
        for (var resource : dev.all("Custom::SigningKeys")) {
            var properties = resource.properties();
            // Through the alias: a new version of the function would else be a new request to make keys.
            assertThat(properties.at("/ServiceToken/Ref").asText()).contains("Live");
            assertThat(properties.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("ServiceToken", "ServiceTimeout", "Issuer");
        }
    }

    @Test
    void aRunEndsOnTheVersionThatItStartedOn() {
        assertThat(dev.all("AWS::StepFunctions::StateMachineVersion"))
                .isNotEmpty()
                .allSatisfy(version -> assertThat(
                                version.declaration().path("DeletionPolicy").asText())
                        .isEqualTo("Retain"));
    }

    private static Assembly synthesize(StageSettings stage, SourceTree sources, Path out) {
        LifeVerseApp.synthesize(stage, sources, out);
        return Assembly.read(out);
    }

    /** What is there, or declared, otherwise than in stage dev. */
    private Map<String, JsonNode> changes(Assembly other) {
        var before = resources(dev);
        var after = resources(other);
        var all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        var changed = new TreeMap<String, JsonNode>();
        for (var name : all) {
            var was = before.get(name);
            var is = after.get(name);
            if (was == null || !was.equals(is)) {
                changed.put(name, was == null ? Objects.requireNonNull(is) : was);
            }
        }
        return changed;
    }

    private static Set<String> types(Map<String, JsonNode> resources) {
        var types = new TreeSet<String>();
        resources.values().forEach(each -> types.add(each.path("Type").asText()));
        return types;
    }

    private static Map<String, JsonNode> resources(Assembly assembly) {
        var all = new TreeMap<String, JsonNode>();
        assembly.templates()
                .forEach((stack, template) -> template.path("Resources")
                        .properties()
                        .forEach(each -> all.put(
                                new Resource(stack, each.getKey(), each.getValue()).toString(), each.getValue())));
        return all;
    }
}
