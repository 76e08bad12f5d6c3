package com.lifeverse.platform.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.platform.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

@Tag("adapters")
final class OutboxFunctionTest {
    private final OutboxSurroundings surroundings = new OutboxSurroundings();
    private final OutboxFunction function = new OutboxFunction(surroundings.runtime());

    @Test
    void newsAreToldInTheOrderOfTheWrites() throws IOException {
        assertThat(failed(record("1", "a", "b"), record("2"), record("3", "c"))).isEmpty();

        assertThat(told()).containsExactly("evt_a", "evt_b", "evt_c");
        assertThat(surroundings.bus.heard())
                .extracting(PutEventsRequestEntry::source)
                .containsOnly("lifeverse.session");
        assertThat(failures()).isEmpty();
    }

    @Test
    void aWriteWithoutNewsAndADeletedItemTellNothing() throws IOException {
        var deleted = record("2");
        deleted.withObject("/dynamodb").remove("NewImage");

        assertThat(failed(record("1"), deleted)).isEmpty();
        assertThat(told()).isEmpty();
        assertThat(surroundings.objects.contents()).isEmpty();
    }

    @Test
    void aPassingFaultEndsTheBatchAtItsRecordSoThatNothingOvertakesIt() throws IOException {
        surroundings.bus.refuse("InternalFailure", "evt_b");

        assertThat(failed(record("1", "a"), record("2", "b"), record("3", "c"))).containsExactly("2");

        assertThat(told()).containsExactly("evt_a");
        assertThat(surroundings.objects.contents()).isEmpty();
        assertThat(failures()).singleElement().asString().contains("temporarily-unavailable", "\"2\"");
    }

    @Test
    void whatCameBackIsToldInOrderUnderTheSameIds() throws IOException {
        surroundings.bus.goAway();
        var batch = List.of(record("1", "a"), record("2", "b"));
        assertThat(failed(batch.toArray(ObjectNode[]::new))).containsExactly("1");
        surroundings.bus.recover();

        assertThat(failed(batch.toArray(ObjectNode[]::new))).isEmpty();
        assertThat(told()).containsExactly("evt_a", "evt_b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MalformedDetail", "InvalidArgument", "ValidationException"})
    void anEventThatTheBusNeverAcceptsIsParkedWholeAndTheBatchGoesOn(String code) throws IOException {
        surroundings.bus.refuse(code, "evt_b");
        var never = record("2", "b");

        assertThat(failed(record("1", "a"), never, record("3", "c"))).isEmpty();

        assertThat(told()).containsExactly("evt_a", "evt_c");
        assertThat(surroundings.objects.contents()).containsOnlyKeys("outbox/event-2.json");
        assertThat(surroundings.objects.json("outbox/event-2.json")).isEqualTo(never);
        assertThat(failures()).singleElement().asString().contains("ERROR", "outbox/event-2.json", code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "[{}]", "[{\"id\":\"evt_x\",\"type\":\"a.v1\",\"time\":\"today\"}]"})
    void newsThatCannotBeReadAreParkedAndTheBatchGoesOn(String out) throws IOException {
        var unreadable = record("1");
        unreadable.withObject("/dynamodb/NewImage/out").put("S", out);

        assertThat(failed(unreadable, record("2", "b"))).isEmpty();

        assertThat(told()).containsExactly("evt_b");
        assertThat(surroundings.objects.json("outbox/event-1.json")).isEqualTo(unreadable);
    }

    @Test
    void aRecordThatCannotEvenBeParkedComesBackAndHoldsTheOthers() throws IOException {
        surroundings.bus.refuse("MalformedDetail", "evt_a");
        surroundings.objects.goDown();

        assertThat(failed(record("1", "a"), record("2", "b"))).containsExactly("1");
        assertThat(told()).isEmpty();
    }

    @Test
    void whatHappenedIsCountedByTypeInOneLineABatch() throws IOException {
        failed(record("1", "a", "b"), record("2"), record("3", "c"));
        failed(record("4"));

        var line = Json.read(surroundings.log().getFirst());
        assertThat(surroundings.log()).hasSize(1);
        assertThat(line.at("/_aws/CloudWatchMetrics/0/Namespace").asText()).isEqualTo("LifeVerse/Events");
        assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions/0/0").asText()).isEqualTo("Bus");
        assertThat(line.path("Bus").asText()).isNotEmpty();
        assertThat(line.path(line.at("/_aws/CloudWatchMetrics/0/Metrics/0/Name").asText())
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void whatTheBusDidNotTakeIsNotCounted() throws IOException {
        surroundings.bus.goAway();
        failed(record("1", "a"));

        assertThat(surroundings.log()).noneMatch(line -> line.contains("_aws"));
    }

    private List<String> failures() {
        return surroundings.log().stream()
                .filter(line -> line.contains("ERROR"))
                .toList();
    }

    private List<String> failed(ObjectNode... records) {
        var batch = Json.object();
        batch.putArray("Records").addAll(Arrays.asList(records));
        return surroundings
                .invoke(function, batch)
                .path("batchItemFailures")
                .valueStream()
                .map(failure -> failure.path("itemIdentifier").asText())
                .toList();
    }

    private List<String> told() throws IOException {
        var ids = new ArrayList<String>();
        for (var entry : surroundings.bus.heard()) {
            JsonNode detail = Json.read(entry.detail());
            ids.add(detail.path("id").asText());
        }
        return ids;
    }

    /** A stream record of a write that has these to tell. */
    private static ObjectNode record(String sequence, String... news) {
        var record = Json.object().put("eventID", "event-" + sequence).put("eventName", "MODIFY");
        var change = record.putObject("dynamodb").put("SequenceNumber", sequence);
        var image = change.putObject("NewImage");
        image.putObject("playerId").put("S", "ply_1");
        if (news.length > 0) {
            var events = Arrays.stream(news).map(OutboxFunctionTest::event).toList();
            image.putObject("out").put("S", Outbox.telling(events).s());
        }
        return record;
    }

    private static Envelope event(String name) {
        return Envelope.first(
                "evt_" + name, "session.ended.v1", OutboxSurroundings.NOW, "ply_1", "session", Map.of("a", 1));
    }
}
