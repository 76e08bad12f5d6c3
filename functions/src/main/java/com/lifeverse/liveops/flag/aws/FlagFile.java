package com.lifeverse.liveops.flag.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.liveops.flag.Flag;
import com.lifeverse.liveops.flag.Flag.Variant;
import com.lifeverse.liveops.flag.Flags;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.json.ShippedFiles;
import com.lifeverse.platform.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code flags.yaml}. A key that is not known is refused. */
public final class FlagFile {
    private static final Schema FORM = ShippedFiles.schema("/live-events/flags/flags.schema.json")
            .orElseThrow(() -> new IllegalStateException("The code comes without the schema of flags"));
    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]*(\\.[a-z][a-zA-Z0-9]*)*");
    private static final Flags SHIPPED = shippedFlags();

    private FlagFile() {}

    /** What came of reading. */
    public sealed interface Reading {
        /** It has the right form. */
        record Sound(Flags flags) implements Reading {}

        /** It has not. */
        record Faulty(List<Violation> violations) implements Reading {
            public Faulty {
                violations = List.copyOf(violations);
            }
        }
    }

    /** Those that come with the code. */
    public static Flags shipped() {
        return SHIPPED;
    }

    /** Reads YAML or JSON. */
    public static Reading read(String text) {
        JsonNode document;
        try {
            document = ShippedFiles.yaml(text);
        } catch (JsonProcessingException e) {
            return new Reading.Faulty(List.of(new Violation("", "is not YAML: " + e.getOriginalMessage())));
        }
        var violations = new ArrayList<>(FORM.violations(document));
        var flags = new TreeMap<String, Flag>();
        for (var flag : document.path("flags")) {
            var name = flag.path("name").asText();
            if (!NAME.matcher(name).matches()) {
                violations.add(new Violation("/flags/" + name, "must have a name that matches " + NAME));
            }
            if (flags.containsKey(name)) {
                violations.add(new Violation("/flags/" + name, "is declared twice"));
            }
            if (violations.isEmpty()) {
                flags.put(name, flag(name, flag));
            }
        }
        return violations.isEmpty() ? new Reading.Sound(new Flags(flags)) : new Reading.Faulty(violations);
    }

    private static Flag flag(String name, JsonNode node) {
        var variants = new ArrayList<Variant>();
        for (var variant : node.path("variants")) {
            variants.add(new Variant(
                    variant.path("name").asText(), Json.plain(variant.path("when")), value(variant.path("value"))));
        }
        var standard = value(node.path("default"));
        return new Flag(
                name,
                Flag.Type.valueOf(node.path("type").asText().toUpperCase(Locale.ROOT)),
                standard == null ? "" : standard,
                variants,
                node.path("description").asText(),
                node.path("owner").asText());
    }

    private static @Nullable Object value(JsonNode node) {
        return Json.mapper().convertValue(node, Object.class);
    }

    private static Flags shippedFlags() {
        return switch (read(ShippedFiles.required("/live-events/flags/flags.yaml"))) {
            case Reading.Sound(var flags) -> flags;
            case Reading.Faulty(var violations) ->
                throw new IllegalStateException("The flags that the code comes with are none: " + violations);
        };
    }
}
