package com.lifeverse.local.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class InputTemplateTest {
    private static final String EVENT = """
        {"version":"0","source":"shop","detail-type":"order","time":"2027-01-01T00:00:00Z",
         "detail":{"id":"o-1","ready":true,"lines":["A","B"],"place":{"city":"Bern","zip":3000}}}\
        """;
    private static final Map<String, String> PATHS = Map.of(
            "id", "$.detail.id",
            "ready", "$.detail.ready",
            "lines", "$.detail.lines",
            "second", "$.detail.lines[1]",
            "place", "$.detail.place",
            "kind", "$['detail-type']",
            "nothing", "$.detail.nothing");

    private static Optional<String> fill(String template) {
        return fill(template, EVENT);
    }

    private static Optional<String> fill(String template, String text) {
        var event = new MatchedEvent(
                text,
                (ObjectNode) Json.read(text),
                "arn:aws:events:us-east-1:111111111111:rule/r",
                "r",
                Instant.parse("2027-01-01T00:00:01Z"));
        return InputTemplate.parse(PATHS, template).fill(event);
    }

    @Test
    void valueOutsideQuotesIsPutAsJson() {
        assertThat(fill("{\"a\": <id>, \"b\": <place>, \"c\": [<second>, <ready>]}"))
                .contains("{\"a\": \"o-1\", \"b\": {\"city\":\"Bern\",\"zip\":3000}, \"c\": [\"B\", true]}");
    }

    @Test
    void valueInsideQuotesBecomesPartOfTheText() {
        assertThat(fill("{\"a\": \"orders/<id>/<kind>\"}")).contains("{\"a\": \"orders/o-1/order\"}");
    }

    @Test
    void quotesAndNewLinesOfAValueStayEscapedInsideQuotes() {
        var event = EVENT.replace("o-1", "o\\\"1\\n\\\\");
        assertThat(fill("{\"a\": \"order <id>\"}", event)).contains("{\"a\": \"order o\\\"1\\n\\\\\"}");
    }

    @Test
    void quotedTemplateStaysATextAndObjectsLoseTheirQuotes() {
        assertThat(fill("\"<lines> to <place>\"")).contains("\"[A,B] to {city:Bern,zip:3000}\"");
    }

    @Test
    void whatAPathDoesNotFindIsTheEmptyText() {
        assertThat(fill("{\"a\": <nothing>}")).contains("{\"a\": \"\"}");
        assertThat(fill("\"a <nothing> b\"")).contains("\"a  b\"");
    }

    @Test
    void objectInsideQuotesOfJsonIsNotDelivered() {
        assertThat(fill("{\"a\": \"<place>\"}")).isEmpty();
        assertThat(fill("{\"a\": \"<lines>\"}")).isEmpty();
    }

    @Test
    void rulesOwnNamesAreKnownWithoutAPath() {
        assertThat(fill("{\"rule\": <aws.events.rule-name>}")).contains("{\"rule\": \"r\"}");
    }

    @Test
    void placeholderWithoutPathIsRefused() {
        assertThatThrownBy(() -> InputTemplate.parse(Map.of(), "{\"a\": <b>}")).hasMessageContaining("<b>");
    }

    @Test
    void pathThatIsNotUnderstoodIsRefused() {
        assertThatThrownBy(() -> EventPath.parse("$.detail[*].x")).hasMessageContaining("$.detail[*].x");
    }
}
