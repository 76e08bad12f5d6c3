package com.lifeverse.local.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.liveops.event.LiveEvent.Reward;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.platform.json.ShippedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What bots do in an event.
 *
 * @param feat what counts as its progress; empty if they take no part
 * @param why they take none; empty text if they do
 * @param written the rewards as the file has them, before tiers were brought down to what bots can reach
 */
public record Part(Optional<Feat> feat, String why, List<Reward> written) {
    public Part {
        written = List.copyOf(written);
    }

    /** There is nothing to achieve. */
    public static final Part NONE = new Part(Optional.empty(), "there is nothing to achieve", List.of());

    /**
     * What makes a trigger of the checkout fire.
     *
     * @param home the checkout, with {@code triggers/} and {@code events/}
     * @throws ScriptFile.Faulty if it has no such trigger
     */
    public static Part of(String trigger, Path home) throws IOException, ScriptFile.Faulty {
        var path = home.resolve("triggers").resolve(trigger + ".yaml");
        if (!(Files.isRegularFile(path) && ShippedFiles.yaml(Files.readString(path)) instanceof ObjectNode file)) {
            throw new ScriptFile.Faulty(
                    "Its progress goes by the trigger %s, which is not in %s".formatted(trigger, path));
        }
        var samples = new ArrayList<JsonNode>();
        for (var type : file.at("/when/detail-type")) {
            samples.addAll(samples(home.resolve("events").resolve(type.asText()).resolve("samples")));
        }
        try {
            return new Part(Optional.of(Feat.of(file, samples)), "", List.of());
        } catch (Feat.Beyond e) {
            return new Part(Optional.empty(), String.valueOf(e.getMessage()), List.of());
        }
    }

    Part writing(List<Reward> rewards) {
        return new Part(feat, why, rewards);
    }

    private static List<JsonNode> samples(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var samples = new ArrayList<JsonNode>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                samples.add(Json.read(Files.readString(file)));
            }
        }
        return samples;
    }
}
