package com.lifeverse.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.lint.CatalogueLint;
import com.lifeverse.trigger.lint.Surroundings;
import com.lifeverse.trigger.lint.TriggerLint;
import com.lifeverse.trigger.lint.aws.Shipped;
import com.lifeverse.trigger.match.aws.TriggerIndex;
import com.lifeverse.trigger.spec.aws.TriggerCatalogue;
import com.lifeverse.trigger.spec.aws.TriggerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("contracts")
class TriggersTest {
    private static final Path TRIGGERS = EventFolders.PROJECT.resolve("triggers");

    static Stream<Path> files() {
        return EventFolders.list(TRIGGERS).stream()
                .filter(file -> file.toString().endsWith(".yaml"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTriggerFileHasTheRightFormAndPassesTheLint(Path file) throws IOException {
        var reading = TriggerFile.read(Files.readString(file));

        assertThat(reading).isInstanceOf(TriggerFile.Reading.Sound.class);
        var trigger = ((TriggerFile.Reading.Sound) reading).file().trigger();
        assertThat(lint().findings(trigger)).isEmpty();
        assertThat(file).hasFileName(trigger.id() + ".yaml");
        assertThat(EventFolders.PROJECT.resolve("docs").resolve(trigger.about().runbook()))
                .isRegularFile();
    }

    @Test
    void noTriggerInForceCausesItselfOrTurnsWhatClientsSayIntoValue() {
        var inForce = TriggerCatalogue.shipped().files().stream()
                .map(TriggerFile::trigger)
                .toList();

        assertThat(new CatalogueLint(surroundings()).findings(inForce)).isEmpty();
    }

    @Test
    void listOfTriggersInForceNamesFilesOnlyAndLeavesNoneOut() {
        var inForce = TriggerCatalogue.shipped().files().stream()
                .map(file -> file.trigger().id())
                .toList();

        // One opens incidents, so each stage's operators put it in force when somebody is there to answer; live events
        // need the others.
        var examples = List.of("festival-objective", "token-theft-wave", "tree-planted");
        assertThat(inForce)
                .containsExactlyElementsOf(
                        files().map(file -> file.getFileName().toString().replace(".yaml", ""))
                                .filter(name -> !examples.contains(name))
                                .sorted()
                                .toList());
    }

    @Test
    void catalogueMatchesTheSamplesThatItsTriggersAreAbout() throws IOException {
        var index = TriggerCatalogue.shipped().index();

        assertThat(matching(index, "ranked-win.json")).containsExactly("first-win-of-the-day");
        assertThat(matching(index, "win-with-fields-of-a-newer-server.json")).containsExactly("first-win-of-the-day");
        assertThat(matching(index, "co-op-loss.json")).isEmpty();
    }

    @Test
    void everyLabelOfTheTaxonomyIsDescribedAndOwned() {
        var labels = EventFolders.yaml(EventFolders.PROJECT.resolve("events/taxonomy.yaml"))
                .path("labels");
        for (var label : labels.properties()) {
            assertThat(label.getKey()).matches("[a-z]+(-[a-z]+)*");
            assertThat(label.getValue().path("description").asText()).endsWith(".");
            assertThat(label.getValue().path("owner").asText()).isNotBlank();
        }
    }

    private static List<String> matching(TriggerIndex index, String sample) throws IOException {
        return index.matching(Files.readString(EventFolders.sample("match.ended.v1", sample)));
    }

    private static TriggerLint lint() {
        return new TriggerLint(surroundings(), Standard.of(TriggerPolicy.class));
    }

    private static Surroundings surroundings() {
        return Shipped.surroundings();
    }
}
