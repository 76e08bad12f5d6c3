package com.lifeverse.platform.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("adapters")
final class HttpRequestTest {
    private static final int LIMIT = 8 * 1024;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                " application/json ",
                "application/json;",
                "application/json;charset=utf-8",
                "application/json ;charset=utf-8",
                "application/json\t;\tCharset=\"UTF-8\"",
                "application/json; charset=\"utf\\-8\"",
                "application/json; profile=\"a;charset=utf-16\"; charset=UTF-8",
                "application/json;; version=1"
            })
    void jsonInUtf8IsReadHoweverItsTypeIsWritten(String type) {
        assertThat(body(request(type, "{\"a\": 1}")).path("a").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/jsonp",
                "application/json-patch+json",
                "application/json/x",
                "application/json charset=utf-8",
                "application/json; charset=utf-16",
                "application/json; charset=iso-8859-1",
                "application/json; charset=",
                "application/json; charset=utf-8; charset=utf-16",
                "application/json; charset = utf-8",
                "application/json; charset=\"utf-8",
                "text/plain; x=application/json"
            })
    void otherTypesAndCharsetsAreRefused(String type) {
        assertRefused(
                request(type, "{}"),
                Problem.UNSUPPORTED_MEDIA_TYPE,
                "Send the body as UTF-8, with content-type: application/json.");
    }

    @Test
    void aTypeOfAnyLengthIsAnswered() {
        var type = "application/json; a=\"" + "\\x".repeat(5_000) + "\"" + ";".repeat(5_000);

        assertRefused(
                request(type, "{}"),
                Problem.UNSUPPORTED_MEDIA_TYPE,
                "Send the body as UTF-8, with content-type: application/json.");
    }

    @ParameterizedTest
    @CsvSource({
        "7bff7d, a byte of no meaning",
        "7b22c322, half a character",
        "7b22eda08022, half a pair",
        "7b22c0af22, longer than needed"
    })
    void bytesThatAreNoUtf8AreRefusedAndNotReplaced(String hex, String why) {
        var bytes = HexFormat.of().parseHex(hex);

        assertRefused(encoded(bytes), Problem.MALFORMED_JSON, "The body is not UTF-8.");
    }

    @Test
    void bytesThatAreUtf8AreRead() {
        var bytes = "{\"a\": \"\u00fc\ud83d\ude00\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(body(encoded(bytes)).path("a").asText()).isEqualTo("\u00fc\ud83d\ude00");
    }

    @Test
    void whatIsJsonBeyondOurLimitsIsNotCalledOtherwise() {
        assertRefused(
                request("application/json", "{\"a\": " + "9".repeat(1_001) + "}"),
                Problem.MALFORMED_JSON,
                "The body has a number that is too long.");
        assertRefused(
                request("application/json", "{\"a\": 0." + "9".repeat(1_001) + "}"),
                Problem.MALFORMED_JSON,
                "The body has a number that is too long.");
        assertRefused(
                request("application/json", "{\"a\": " + "[".repeat(1_001) + "]".repeat(1_001) + "}"),
                Problem.MALFORMED_JSON,
                "The body is nested too deeply.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{           | The body is not JSON at line 1, column 2.",
                "[]          | The body must be a JSON object.",
                "null        | The body must be a JSON object.",
                "''          | The body must be a JSON object.",
                "{'a' 1}     | The body is not JSON at line 1, column 2."
            })
    void whatIsNoJsonObjectIsRefusedWithThePlace(String text, String detail) {
        assertRefused(request("application/json", text), Problem.MALFORMED_JSON, detail);
    }

    @Test
    void theLimitIsInBytes() {
        var umlauts = "{\"a\": \"" + "\u00fc".repeat(LIMIT / 2) + "\"}";

        assertRefused(request("application/json", umlauts), Problem.BODY_TOO_LARGE, "The limit is 8192 bytes.");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "100, 100", "007, 7", ", 50"})
    void aPageHasAsManyEntriesAsAreAskedForElseTheUsualNumber(@Nullable String limit, int entries) throws IOException {
        assertThat(page(limit).limit(50, 100)).isEqualTo(entries);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "+1", "1.0", "1e1", " 1", "ten", "1234567", "99999999999"})
    void noPageHasLessThanOneEntryOrMoreThanTheMost(String limit) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> page(limit).limit(50, 100))
                .satisfies(refused -> assertThat(refused.violations())
                        .containsExactly(new Violation("limit", "must be a number from 1 to 100")));
    }

    private static HttpRequest page(@Nullable String limit) throws IOException {
        var event = Json.object();
        if (limit != null) {
            event.withObject("/queryStringParameters").put("limit", limit);
        }
        return read(event);
    }

    @Test
    void theInstanceIsOneSegmentOfItsPath() throws IOException {
        var event = request("application/json", "{}");
        event.withObject("/requestContext").put("requestId", "oSmPf9/r+y8B %?#\u00fcofs=");

        var problem = Json.read(HttpResponse.problem(Problem.UNEXPECTED, "It failed.", List.of(), read(event))
                .body());

        assertThat(problem.path("instance").asText()).isEqualTo("/requests/oSmPf9%2Fr+y8B%20%25%3F%23%C3%BCofs=");
    }

    private static void assertRefused(ObjectNode event, Problem problem, String detail) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> body(event))
                .withMessage(detail)
                .extracting(Refused::problem)
                .isEqualTo(problem);
    }

    private static ObjectNode body(ObjectNode event) {
        return read(event).body(LIMIT);
    }

    private static HttpRequest read(ObjectNode event) {
        try {
            return HttpRequest.read(new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode request(String type, String body) {
        var event = Json.object().put("body", body).put("isBase64Encoded", false);
        event.putObject("headers").put("content-type", type);
        return event;
    }

    private static ObjectNode encoded(byte[] body) {
        return request("application/json", Base64.getEncoder().encodeToString(body))
                .put("isBase64Encoded", true);
    }
}
