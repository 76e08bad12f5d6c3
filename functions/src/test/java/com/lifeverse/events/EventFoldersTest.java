package com.lifeverse.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.schema.Schema;
import com.lifeverse.trigger.spec.aws.EventTypes;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("contracts")
class EventFoldersTest {
    private static final List<String> PRODUCERS =
            List.of("game-server", "session", "trigger", "effect", "schedule", "liveops", "player");
    private static final List<String> CONSUMERS = List.of(
            "trigger-engine",
            "trigger-effects",
            "liveops-timeline",
            "liveops-progress",
            "liveops-viewers",
            "grant-ledger",
            "compensation",
            "session-inbox",
            "session-history",
            "session-groups",
            "session-timeline",
            "event-run",
            "group-timer-quarter-hour",
            "group-timer-minute",
            "group-timer-seconds",
            "session-notice",
            "data-export",
            "data-erasure");

    static Stream<String> types() {
        return EventFolders.types().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void folderNameIsTheSchemasIdAndEndsInAVersion(String type) {
        assertThat(EventFolders.schema(type).path("$id").asText()).isEqualTo(type);
        assertThat(EventFolders.schema(type).path("type").asText()).isEqualTo("object");
        assertThat(type).matches("[a-z_]+(\\.[a-z_]+)+\\.v[1-9][0-9]*");
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeSaysWhoOwnsTellsAndHearsIt(String type) {
        var about = EventFolders.about(type);

        assertThat(about.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "summary", "owner", "escalation", "producers", "consumers", "visibility", "retention");
        assertThat(about.path("summary").asText()).endsWith(".");
        assertThat(about.path("escalation").size()).isPositive();
        assertThat(texts(about.path("producers"))).isNotEmpty().isSubsetOf(PRODUCERS);
        assertThat(texts(about.path("consumers"))).isSubsetOf(CONSUMERS);
        assertThat(about.path("visibility").asText()).isIn("internal", "public");
        assertThat(Period.parse(about.path("retention").asText())).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyPropertyOfASchemaIsDescribedAndUnknownOnesPass(String type) {
        described(EventFolders.schema(type), type);
    }

    @ParameterizedTest
    @MethodSource("types")
    void samplesAreWholeEventsThatFitTheirSchema(String type) throws JsonProcessingException {
        var schema = Schema.compile(EventFolders.schema(type));
        assertThat(EventFolders.samples(type)).isNotEmpty();
        for (var file : EventFolders.samples(type)) {
            var event = EventFolders.json(file);
            var detail = event.path("detail");

            assertThat(event.fieldNames())
                    .toIterable()
                    .as("fields of %s", file)
                    .containsExactlyInAnyOrder(
                            "version",
                            "id",
                            "detail-type",
                            "source",
                            "account",
                            "time",
                            "region",
                            "resources",
                            "detail");
            assertThat(event.path("detail-type").asText()).isEqualTo(type);
            assertThat(event.path("source").asText())
                    .isEqualTo("lifeverse." + detail.path("producer").asText());
            assertThat(texts(EventFolders.about(type).path("producers")))
                    .contains(detail.path("producer").asText());
            // By way of text, so that both sides know the same kinds of numbers.
            assertThat(EventFolders.parsed(
                            Envelopes.write(Envelopes.read(detail)).toString()))
                    .as("the envelope in %s", file)
                    .isEqualTo(detail);
            assertThat(detail.path("hops").asInt())
                    .isEqualTo(detail.path("causation").size());
            assertThat(schema.violations(detail.path("payload")))
                    .as("payload of %s", file)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void functionsFindTheTypeOnTheirClassPath(String type) {
        var known = new EventTypes().find(type).orElseThrow();

        assertThat(known.type().producers())
                .isEqualTo(texts(EventFolders.about(type).path("producers")));
        assertThat(known.type().consumers())
                .isEqualTo(texts(EventFolders.about(type).path("consumers")));
    }

    private static void described(JsonNode schema, String place) {
        assertThat(schema.path("description").asText())
                .as("description of %s", place)
                .isNotBlank();
        assertThat(schema.has("additionalProperties")).as("closed: %s", place).isFalse();
        for (var property : schema.path("properties").properties()) {
            described(property.getValue(), place + "/" + property.getKey());
        }
        if (schema.has("items")) {
            described(schema.path("items"), place + "/items");
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }
}
