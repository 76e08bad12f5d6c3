package com.lifeverse.session.group.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.session.Platform;
import com.lifeverse.session.group.Feature;
import com.lifeverse.session.group.GroupTemplate;
import com.lifeverse.session.group.Joinability;
import com.lifeverse.session.group.LeaderPolicy;
import com.lifeverse.session.group.Timers;
import com.lifeverse.session.group.desk.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The templates that come with the code: those that {@code group-templates/in-force.txt} names, a file each. */
public final class TemplateFiles implements Templates {
    private static final String FOLDER = "/group-templates/";

    private final Map<String, GroupTemplate> templates = new TreeMap<>();

    public TemplateFiles() {
        text("in-force.txt").lines().filter(line -> !line.isBlank()).forEach(this::load);
    }

    @Override
    public Optional<GroupTemplate> newest(String name) {
        return templates.values().stream()
                .filter(template -> template.name().equals(name))
                .max(Comparator.comparingInt(GroupTemplate::version));
    }

    @Override
    public GroupTemplate of(String id) {
        var template = templates.get(id);
        if (template == null) {
            throw new IllegalStateException("There is no group template " + id + " any more");
        }
        return template;
    }

    private void load(String id) {
        try {
            var template = read(Json.read(text(id + ".json")));
            if (!template.id().equals(id)) {
                throw new IllegalStateException("The group template " + template.id() + " is in the file of " + id);
            }
            templates.put(id, template);
        } catch (IOException e) {
            throw new UncheckedIOException("The group template " + id + " is not JSON", e);
        }
    }

    private static GroupTemplate read(JsonNode json) {
        return new GroupTemplate(
                json.path("name").asText(),
                json.path("version").asInt(),
                json.path("seats").asInt(),
                Joinability.valueOf(json.path("joinability").asText()),
                set(json.path("joinabilities"), Joinability::valueOf),
                LeaderPolicy.valueOf(json.path("leader").asText()),
                json.path("membersInvite").asBoolean(),
                set(json.path("platforms"), Platform::of),
                set(json.path("supported"), Feature::of),
                timers(json.path("timers")),
                json.path("codeLength").asInt(),
                json.path("propertyBytes").asInt(),
                json.path("memberPropertyBytes").asInt(),
                json.path("searchable").valueStream().map(JsonNode::asText).toList(),
                json.path("sections").asInt(0));
    }

    private static Timers timers(JsonNode json) {
        return new Timers(
                Duration.parse(json.path("invite").asText()),
                duration(json.path("reminder")),
                Duration.parse(json.path("grace").asText()),
                Duration.parse(json.path("leaderGrace").asText()),
                Duration.parse(json.path("readyCheck").asText()),
                duration(json.path("empty")),
                duration(json.path("greatestAge")));
    }

    private static Optional<Duration> duration(JsonNode json) {
        return json.isTextual() ? Optional.of(Duration.parse(json.asText())) : Optional.empty();
    }

    private static <T> Set<T> set(JsonNode list, Function<String, T> of) {
        return list.valueStream().map(JsonNode::asText).map(of).collect(Collectors.toSet());
    }

    private static String text(String name) {
        try (var stream = TemplateFiles.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException("The code comes without its file " + FOLDER + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
