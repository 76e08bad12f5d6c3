package com.lifeverse.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("adapters")
class ProtocolTest {
    private static final String SIGNED = "AWS4-HMAC-SHA256 Credential=%s/20261201/us-east-1/dynamodb/aws4_request, "
            + "SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64);
    private static final String GET =
            "{\"TableName\":\"players\",\"Key\":{\"pk\":{\"S\":\"ada\"},\"sk\":{\"S\":\"a\"}}}";

    private final WireWorld world = new WireWorld();

    @AfterEach
    void close() {
        world.close();
        assertThat(world.failures).isEmpty();
    }

    @Test
    void anAnswerCarriesItsChecksumAndItsId() {
        var response = call("GetItem", GET);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body().text()).isEqualTo("{}");
        assertThat(response.headers().first("content-type")).contains("application/x-amz-json-1.0");
        assertThat(response.headers().first("x-amzn-requestid")).isPresent();
        var checksum = new CRC32();
        checksum.update(response.body().bytes());
        assertThat(response.headers().first("x-amz-crc32")).contains(Long.toString(checksum.getValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "}{", "7", "[]", "null", "\"\"", "{\"a\":}", "{}{}", "{{}}", "{,}", "\u0000"})
    void whatIsNoJsonObjectIsRefused(String body) {
        assertRefused(call("GetItem", body), "com.amazon.coral.service#SerializationException", "");
    }

    @Test
    void aDocumentOfEndlessDepthIsRefused() {
        assertRefused(
                call("PutItem", "{\"Item\":".repeat(100_000)), "com.amazon.coral.service#SerializationException", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"TableName":23} | NUMBER_VALUE cannot be converted to String
            {"TableName":2.5} | DECIMAL_VALUE cannot be converted to String
            {"TableName":true} | TRUE_VALUE cannot be converted to String
            {"TableName":[]} | Unrecognized collection type class java.lang.String
            {"TableName":{}} | Start of structure or map found where not expected
            {"Key":"x"} | Unexpected field type
            {"Key":[]} | Unrecognized collection type java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>
            {"Key":{"a":"x"}} | Unexpected value type in payload
            {"Key":{"a":[]}} | Unrecognized collection type class com.amazonaws.dynamodb.v20120810.AttributeValue
            {"Key":{"a":{"B":1}}} | only base-64-encoded strings are convertible to bytes
            {"Key":{"a":{"B":"abc"}}} | Base64 encoded length is expected a multiple of 4 bytes but found: 3
            {"Key":{"a":{"BOOL":"maybe"}}} | Unexpected token received from parser
            {"Key":{"a":{"SS":"x"}}} | Unexpected field type
            {"ConsistentRead":"perhaps"} | Unexpected token received from parser
            {"AttributesToGet":{}} | Start of structure or map found where not expected
            """)
    void aMemberOfAnotherTypeIsRefusedAsAwsRefusesIt(String body, String message) {
        assertRefused(call("GetItem", body), "com.amazon.coral.service#SerializationException", message);
        assertThat(call("GetItem", body).body().text()).contains("\"Message\":");
    }

    @Test
    void numbersOfAnySizeAreReadWithoutHarm() {
        for (var limit : new String[] {"1e999999999", "99999999999999999999", "1.5", "-1", "1e-999999999", "NaN"}) {
            assertThat(call("Scan", "{\"TableName\":\"players\",\"Limit\":" + limit + "}")
                            .status())
                    .as(limit)
                    .isIn(200, 400);
        }
    }

    @Test
    void nullsAndUnknownMembersArePassedOver() {
        var response = call(
                "GetItem",
                GET.replace("{\"TableName\"", "{\"ConsistentRead\":null,\"Fancy\":{\"x\":[1]},\"TableName\""));
        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void aNullAmongTheAttributesIsAnEmptyOne() {
        assertRefused(
                call("PutItem", "{\"TableName\":\"players\",\"Item\":{\"pk\":null}}"),
                "com.amazon.coral.validate#ValidationException",
                "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    }

    @Test
    void anAttributeOfTwoTypesIsRefused() {
        assertRefused(
                call("PutItem", "{\"TableName\":\"players\",\"Item\":{\"pk\":{\"S\":\"a\",\"N\":\"1\"}}}"),
                "com.amazon.coral.validate#ValidationException",
                "Supplied AttributeValue has more than one datatypes set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GetItem", "DynamoDB_20120810.", "DynamoDB_20120810.Get", "DynamoDB_20110101.GetItem"})
    void anOperationThatDoesNotExistIsUnknown(String target) {
        var headers = headers("GetItem");
        headers.put("x-amz-target", target);
        assertRefused(post(headers, Body.of("{}")), "com.amazon.coral.service#UnknownOperationException", "");
    }

    @Test
    void aRequestMustBeSigned() {
        var headers = headers("GetItem");
        headers.remove("authorization");
        assertRefused(
                post(headers, Body.of(GET)),
                "com.amazon.coral.service#MissingAuthenticationTokenException",
                "Request is missing Authentication Token");
        headers.put("authorization", "AWS4-HMAC-SHA256 Credential=a/b");
        assertRefused(
                post(headers, Body.of(GET)),
                "com.amazon.coral.service#IncompleteSignatureException",
                "Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders'"
                        + " parameter. Authorization=AWS4-HMAC-SHA256 Credential=a/b");
    }

    @Test
    void credentialsOfTheStackAreHeldToTheirSignatureAndTheirTime() {
        var session = world.credentials.issue("arn:aws:iam::111111111111:role/r", "one", Duration.ofHours(1));
        var headers = headers("GetItem");
        headers.put("authorization", SIGNED.formatted(session.accessKeyId()));
        assertThat(post(headers, Body.of(GET)).body().text()).contains("#InvalidSignatureException");
        world.agenda.advance(Duration.ofHours(1));
        assertThat(post(headers, Body.of(GET)).body().text()).contains("#ExpiredTokenException");
    }

    @Test
    void aPackedBodyIsUnpacked() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(GET.getBytes(StandardCharsets.UTF_8));
        }
        var headers = headers("GetItem");
        headers.put("content-encoding", "gzip");
        assertThat(post(headers, Body.of(packed.toByteArray())).status()).isEqualTo(200);
        assertRefused(post(headers, Body.of("no gzip")), "com.amazon.coral.service#SerializationException", "");
    }

    @Test
    void aBodyMayHave16Megabytes() {
        var headers = headers("GetItem");
        assertThat(post(headers, Body.of(new byte[16 * 1024 * 1024 + 1])).status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8081", "127.0.0.1.evil.example", "192.168.0.7:8081"})
    void anotherHostsNameIsRefused(String host) {
        var headers = headers("GetItem");
        headers.put("host", host);
        assertThat(post(headers, Body.of(GET)).status()).isEqualTo(403);
    }

    @Test
    void thePortIsOpenToThisMachineOnly() throws IOException {
        var address = InetAddress.getByName(world.listener.address().getHost());
        assertThat(address.isLoopbackAddress()).isTrue();
    }

    @Test
    void jsonIsAnsweredInTheKindItCame() {
        var headers = headers("ListTables");
        headers.put("content-type", "application/json; charset=utf-8");
        assertThat(post(headers, Body.of("{}")).headers().first("content-type")).contains("application/json");
        headers.put("content-type", "text/plain");
        assertThat(post(headers, Body.of("{}")).status()).isEqualTo(404);
    }

    @Test
    void itSaysThatItIsWell() {
        var response = world.port.call(Request.of("GET", "/", Map.of("host", "localhost"), Body.EMPTY));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body().text()).startsWith("healthy: dynamodb.");
    }

    private static void assertRefused(Response response, String type, String message) {
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body().text())
                .contains("\"__type\":\"" + type + "\"")
                .contains(message);
    }

    private Response call(String operation, String body) {
        return post(headers(operation), Body.of(body));
    }

    private Response post(Map<String, String> headers, Body body) {
        return world.port.call(Request.of("POST", "/", headers, body));
    }

    private static Map<String, String> headers(String operation) {
        return new HashMap<>(Map.of(
                "host", "localhost:8081",
                "content-type", "application/x-amz-json-1.0",
                "x-amz-target", "DynamoDB_20120810." + operation,
                "x-amz-date", "20261201T120000Z",
                "authorization", SIGNED.formatted("developer")));
    }
}
