package com.lifeverse.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.json.Policies;
import com.lifeverse.platform.support.Meets;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/systems/policies.md} to the records of numbers, their files, and what stages have otherwise. */
@Tag("contracts")
final class PoliciesPageTest {
    private static final Path ROOT = Path.of(System.getProperty("lifeverse.home", ".."));
    private static final Path PAGE = ROOT.resolve("docs/systems/policies.md");
    private static final Path FILES = ROOT.resolve("functions/src/main/resources/policies");

    @Test
    @Meets({"ASVS 7.1.1", "ASVS 7.1.2", "ASVS 7.1.3"})
    void thePageIsWhatTheRecordsAndFilesSay() throws Exception {
        assertThat(Files.readString(PAGE))
                .as("docs/systems/policies.md should be:%n%s", page())
                .isEqualTo(page());
    }

    @Test
    void everyRecordOfNumbersHasAFileAndEveryFileARecord() throws Exception {
        var contexts = new TreeSet<String>();
        for (var policy : policies()) {
            contexts.add(Policies.context(policy) + ".json");
        }
        try (var files = Files.list(FILES)) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .containsExactlyInAnyOrderElementsOf(contexts);
        }
    }

    @Test
    void everyNumberSaysWhatBoundsIt() throws Exception {
        assertThat(page().lines().filter(line -> line.endsWith("|  |"))).isEmpty();
    }

    private static String page() throws Exception {
        var text = new StringBuilder("""
                # Numbers

                Made from the records of numbers and from their files in `functions/src/main/resources/policies`; a test keeps them
                equal. A stage has other numbers by `cdk/policies/STAGE.json`, which holds by context the differing ones only, such as
                `{"session": {"concurrency": {"winner": "oldest"}}}`. What does not hold stops the synthesis, with the sentence of the
                last column; a function that was given it nevertheless does not start.
                """);
        for (var source : PolicySource.all()) {
            var policy = record(source);
            var context = Policies.context(policy);
            var said = PolicySource.of(source);
            text.append("\n## ")
                    .append(context)
                    .append("\n\nOf ")
                    .append(said.subject())
                    .append(".\n");
            text.append("\n| number | default | meaning | unit | bounded by |\n| --- | --- | --- | --- | --- |\n");
            rows(text, "", policy, said, Policies.standard(context));
        }
        text.append(
                "\n## What stages have otherwise\n\n| stage | context | number | there |\n| --- | --- | --- | --- |\n");
        for (var stage : List.of("dev", "beta", "prod")) {
            var differing = Json.read(Files.readString(ROOT.resolve("cdk/policies/" + stage + ".json")));
            if (differing.isEmpty()) {
                text.append("| %s |  |  | as above |\n".formatted(stage));
            }
            differing
                    .properties()
                    .forEach(context -> differences(text, stage, context.getKey(), "", context.getValue()));
        }
        return text.toString();
    }

    private static void rows(StringBuilder text, String prefix, Class<?> type, PolicySource said, ObjectNode numbers)
            throws IOException {
        for (var component : type.getRecordComponents()) {
            var name = component.getName();
            var value = numbers.path(name);
            if (value instanceof ObjectNode group) {
                rows(
                        text,
                        prefix + name + ".",
                        component.getType(),
                        PolicySource.named(component.getType().getSimpleName()),
                        group);
                continue;
            }
            var bounds = component.getType().isEnum() || component.getType() == String.class
                    ? List.of("must be one of these")
                    : said.bounds(name);
            text.append("| `%s%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            prefix,
                            name,
                            value.asText(),
                            said.meaning(name),
                            unit(component),
                            String.join("; ", bounds)));
        }
    }

    private static void differences(StringBuilder text, String stage, String context, String prefix, JsonNode numbers) {
        numbers.properties().forEach(number -> {
            if (number.getValue().isObject()) {
                differences(text, stage, context, prefix + number.getKey() + ".", number.getValue());
            } else {
                text.append("| %s | %s | `%s%s` | %s |\n"
                        .formatted(
                                stage,
                                context,
                                prefix,
                                number.getKey(),
                                number.getValue().asText()));
            }
        });
    }

    private static String unit(RecordComponent component) {
        if (component.getType() == Duration.class) {
            return "time, ISO 8601";
        }
        if (component.getType().isEnum()) {
            return Arrays.stream(component.getType().getEnumConstants())
                    .map(each -> each.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
        }
        if (component.getType() == String.class) {
            return "text";
        }
        var name = component.getName();
        return name.endsWith("Percent") ? "%" : name.endsWith("Bytes") ? "bytes" : "number";
    }

    private static List<Class<? extends Record>> policies() throws Exception {
        var policies = new ArrayList<Class<? extends Record>>();
        for (var source : PolicySource.all()) {
            policies.add(record(source));
        }
        return policies;
    }

    private static Class<? extends Record> record(Path source) throws ClassNotFoundException {
        var path = source.toString().replace(File.separatorChar, '/');
        var name = path.substring(path.indexOf("com/lifeverse"), path.length() - ".java".length());
        return Class.forName(name.replace('/', '.')).asSubclass(Record.class);
    }
}
