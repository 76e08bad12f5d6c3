package com.lifeverse.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.events.EventFolders;
import com.lifeverse.trigger.spec.aws.TriggerFile;
import com.lifeverse.trigger.spec.aws.TriggerFile.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds what {@code docs/authoring-triggers.md} says of members and labels to the schema and the taxonomy; its example is one. */
@Tag("contracts")
final class AuthoringPageTest {
    private static final Path PAGE = EventFolders.PROJECT.resolve("docs/authoring-triggers.md");
    private static final String REFERENCE = "## Every member";

    @Test
    void theReferenceIsWhatTheSchemaAndTheTaxonomySay() throws IOException {
        var page = Files.readString(PAGE);

        assertThat(page.substring(page.indexOf(REFERENCE)))
                .as("docs/authoring-triggers.md should end with:%n%s", reference())
                .isEqualTo(reference());
    }

    @Test
    void theExampleIsATrigger() throws IOException {
        var page = Files.readString(PAGE);
        int from = page.indexOf("```yaml\n") + "```yaml\n".length();

        assertThat(TriggerFile.read(page.substring(from, page.indexOf("```", from))))
                .isInstanceOf(Reading.Sound.class);
    }

    private static String reference() {
        var schema = EventFolders.json(EventFolders.PROJECT.resolve("triggers/trigger.schema.json"));
        var text = new StringBuilder(REFERENCE).append("""


                A member that is not here is refused, with its place. Those in **bold** must be there.

                | member | meaning | bounds |
                | --- | --- | --- |
                """);
        members(text, "", schema);
        text.append("\n## Labels\n\n| label | for | owner |\n| --- | --- | --- |\n");
        EventFolders.yaml(EventFolders.PROJECT.resolve("events/taxonomy.yaml"))
                .path("labels")
                .properties()
                .forEach(label -> text.append("| `%s` | %s | %s |%n"
                        .formatted(
                                label.getKey(),
                                label.getValue().path("description").asText(),
                                label.getValue().path("owner").asText())));
        return text.toString();
    }

    private static void members(StringBuilder text, String above, JsonNode schema) {
        var required = new TreeSet<String>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (var member : schema.path("properties").properties()) {
            var path = above + member.getKey();
            var name = required.contains(member.getKey()) ? "**`%s`**".formatted(path) : "`%s`".formatted(path);
            text.append("| %s | %s | %s |%n"
                    .formatted(name, member.getValue().path("description").asText(), bounds(member.getValue())));
            members(text, path + ".", member.getValue());
            members(text, path + "[].", member.getValue().path("items"));
        }
    }

    private static String bounds(JsonNode member) {
        if (member.has("enum")) {
            return String.join(
                    ", ",
                    member.path("enum").valueStream().map(JsonNode::asText).toList());
        }
        return member.has("maximum")
                ? "%d to %d"
                        .formatted(
                                member.path("minimum").asLong(),
                                member.path("maximum").asLong())
                : "";
    }
}
