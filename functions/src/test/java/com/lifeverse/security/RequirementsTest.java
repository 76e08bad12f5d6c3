package com.lifeverse.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/security/requirements.md} to the tests that claim to meet what is asked. */
@Tag("contracts")
final class RequirementsTest {
    private static final Path ROOT = Path.of(System.getProperty("lifeverse.home", ".."));
    private static final Path TABLE = ROOT.resolve("docs/security/requirements.md");
    private static final Pattern CLAIM = Pattern.compile("@Meets\\(\\{?([^)}]*)\\}?\\)\\s+void (\\w+)\\(");
    private static final Pattern ID = Pattern.compile("\"([^\"]+)\"");

    @Test
    void theTableIsWhatTheTestsSay() throws IOException {
        assertThat(Files.readString(TABLE))
                .as("docs/security/requirements.md should be:%n%s", table())
                .isEqualTo(table());
    }

    @Test
    void levelOneIsMetAndLevelTwoIsMetOrSaysWhyNot() throws IOException {
        var claims = claims();
        for (var asked : requirements()) {
            var id = asked.path("id").asText();
            boolean excused = asked.has("exception") && asked.path("level").asInt() > 1;
            assertThat(claims.containsKey(id) || excused).as(id).isTrue();
            assertThat(claims.containsKey(id) && excused).as("%s has both", id).isFalse();
        }
    }

    @Test
    void noTestClaimsWhatNobodyAsks() throws IOException {
        assertThat(claims().keySet())
                .isSubsetOf(requirements()
                        .valueStream()
                        .map(asked -> asked.path("id").asText())
                        .toList());
    }

    private static String table() throws IOException {
        var claims = claims();
        var text = new StringBuilder("""
                # What is asked of sessions and tokens, and what shows that it is met

                Made from `requirements.yaml` and from the `@Meets` of the tests; a test keeps them equal.

                | requirement | level | asks | shown by |
                | --- | --- | --- | --- |
                """);
        for (var asked : requirements()) {
            var id = asked.path("id").asText();
            var shown = asked.has("exception")
                    ? "*not met:* " + asked.path("exception").asText()
                    : String.join(", ", claims.getOrDefault(id, new TreeSet<>()));
            text.append("| %s | %d | %s | %s |%n"
                    .formatted(
                            id, asked.path("level").asInt(), asked.path("asks").asText(), shown)
                    .replace("\r", ""));
        }
        return text.toString();
    }

    private static JsonNode requirements() throws IOException {
        return new YAMLMapper()
                .readTree(ROOT.resolve("docs/security/requirements.yaml").toFile());
    }

    /** By requirement, the tests that say they meet it. */
    private static SortedMap<String, SortedSet<String>> claims() throws IOException {
        var claims = new TreeMap<String, SortedSet<String>>();
        for (var module : List.of("functions", "local", "cdk")) {
            try (var files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                for (var file : files.filter(path -> path.toString().endsWith("Test.java"))
                        .toList()) {
                    var name = file.getFileName().toString().replace(".java", "");
                    var claim = CLAIM.matcher(Files.readString(file));
                    while (claim.find()) {
                        var test = "`" + name + "." + claim.group(2) + "`";
                        ID.matcher(claim.group(1))
                                .results()
                                .forEach(id -> claims.computeIfAbsent(id.group(1), _ -> new TreeSet<>())
                                        .add(test));
                    }
                }
            }
        }
        return claims;
    }
}
