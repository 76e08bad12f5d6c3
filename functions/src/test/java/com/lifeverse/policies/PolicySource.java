package com.lifeverse.policies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the source of a record of numbers says of them: what each means, and what it must hold. */
record PolicySource(String text) {
    private static final Path MAIN = Path.of(System.getProperty("lifeverse.home", ".."), "functions/src/main/java");
    private static final Pattern SUBJECT =
            Pattern.compile("\\* Every number of ([^.]+)\\.|\\* The numbers of ([^.]+)\\.");
    private static final Pattern BOUND =
            Pattern.compile("Bounds\\.hold\\([^;]*?\"([^\"]+)\"(?:\\s*\\+\\s*(\\w+))?\\);", Pattern.DOTALL);

    /** The sources of all records whose names end with Policy. */
    static List<Path> all() throws IOException {
        try (var files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith("Policy.java"))
                    .filter(file -> read(file).contains("public record "))
                    .sorted()
                    .toList();
        }
    }

    static PolicySource of(Path file) {
        return new PolicySource(read(file));
    }

    /** The source of the record that a component is of; nested ones live in files of their own. */
    static PolicySource named(String type) throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return of(files.filter(file -> file.getFileName().toString().equals(type + ".java"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    /** What the numbers are of, as the first sentence has it. */
    String subject() {
        var found = SUBJECT.matcher(text);
        if (!found.find()) {
            throw new AssertionError(
                    "A policy begins with \"Every number of\": " + text.lines().findFirst());
        }
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    String meaning(String component) {
        var found = Pattern.compile("@param " + component + " (.*?)(?=\\n \\* @|\\n \\*/)", Pattern.DOTALL)
                .matcher(text);
        if (!found.find()) {
            throw new AssertionError("Nothing is said of " + component);
        }
        return found.group(1)
                .replaceAll("\\s*\\n \\*\\s*", " ")
                .replaceAll("\\{@(?:code|link) ([^}]*)\\}", "`$1`")
                .replace("|", "\\|");
    }

    /** Every sentence that names the component; its own without its name. */
    List<String> bounds(String component) {
        var bounds = new ArrayList<String>();
        var found = BOUND.matcher(text);
        while (found.find()) {
            var sentence =
                    (found.group(1) + (found.group(2) == null ? "" : constant(found.group(2)))).replaceFirst(", $", "");
            if (Pattern.compile("\\b" + component + "\\b").matcher(sentence).find()) {
                bounds.add(sentence.replaceFirst("^" + component + " ", ""));
            }
        }
        return bounds;
    }

    // A bound may end with a constant of the record, or with a value that is known only when it is refused.
    private String constant(String name) {
        var found = Pattern.compile("static final \\w+ " + name + " = (\\w+);").matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError("Cannot read " + file, e);
        }
    }
}
