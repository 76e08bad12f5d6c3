package com.lifeverse.platform.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A request as API Gateway's HTTP API hands it over, payload format 2.0.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">AWS</a>
 */
public final class HttpRequest {
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,6}");

    private final JsonNode event;

    private HttpRequest(JsonNode event) {
        this.event = event;
    }

    public static HttpRequest read(InputStream input) throws IOException {
        return new HttpRequest(Json.mapper().readTree(input));
    }

    /** Such as {@code POST /v1/sessions}: the route of the contract that matched. */
    public String routeKey() {
        return event.path("routeKey").asText();
    }

    public String method() {
        return event.at("/requestContext/http/method").asText();
    }

    public String path() {
        return event.path("rawPath").asText();
    }

    /** The gateway's id of this request. */
    public String requestId() {
        return event.at("/requestContext/requestId").asText();
    }

    /** All parameters of the path. */
    Map<String, String> pathParameters() {
        var parameters = new TreeMap<String, String>();
        event.path("pathParameters")
                .properties()
                .forEach(each -> parameters.put(each.getKey(), each.getValue().asText()));
        return parameters;
    }

    /** A parameter of the path; the route guarantees it, and {@link HttpFunction} its form. */
    public String pathParameter(String name) {
        return event.path("pathParameters").path(name).asText();
    }

    public Optional<String> queryParameter(String name) {
        return text(event.path("queryStringParameters").path(name));
    }

    /**
     * The query parameter {@code limit}: how many entries a page has at most; {@code usual} if there is none.
     *
     * @throws Refused unless it is a number from 1 to {@code most}
     */
    public int limit(int usual, int most) {
        int limit = queryParameter("limit")
                .map(given -> COUNT.matcher(given).matches() ? Integer.parseInt(given) : 0)
                .orElse(usual);
        if (limit < 1 || limit > most) {
            throw invalid("limit", "must be a number from 1 to " + most);
        }
        return limit;
    }

    /** The refusal of one parameter or header. */
    public static Refused invalid(String name, String message) {
        return new Refused(
                Problem.INVALID_REQUEST,
                "See the violations: each names a parameter.",
                List.of(new Violation(name, message)));
    }

    public Optional<String> header(String name) {
        return text(event.path("headers").path(name.toLowerCase(Locale.ROOT)));
    }

    /** A claim of the token that the gateway's authorizer has checked. */
    public Optional<String> claim(String name) {
        return text(event.at("/requestContext/authorizer/jwt/claims").path(name));
    }

    /** The role that signed the request, as the gateway's IAM check found it. */
    public Optional<String> signer() {
        return text(event.at("/requestContext/authorizer/iam/userArn"));
    }

    /**
     * The body, which must be a JSON object of at most {@code limit} bytes.
     *
     * @throws Refused if it is not
     */
    public ObjectNode body(int limit) {
        var bytes = bytes();
        if (bytes.length > limit) {
            throw new Refused(Problem.BODY_TOO_LARGE, "The limit is " + limit + " bytes.");
        }
        if (!MediaType.isJson(header("content-type").orElse(""))) {
            throw new Refused(
                    Problem.UNSUPPORTED_MEDIA_TYPE, "Send the body as UTF-8, with content-type: application/json.");
        }
        try {
            if (Json.read(decoded(bytes)) instanceof ObjectNode object) {
                return object;
            }
            throw malformed("must be a JSON object");
        } catch (CharacterCodingException e) {
            throw malformed("is not UTF-8");
        } catch (StreamConstraintsException e) {
            throw malformed(beyond(e));
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw malformed(
                    at == null
                            ? "must be JSON"
                            : "is not JSON at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()));
        }
    }

    private static Refused malformed(String message) {
        return new Refused(Problem.MALFORMED_JSON, "The body " + message + ".", List.of(new Violation("", message)));
    }

    // Two different bodies must not become the same one, so nothing is replaced.
    private static String decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    // It is JSON, but more of it than we read. The parser tells its limits apart in words only.
    private static String beyond(StreamConstraintsException limit) {
        var words = limit.getOriginalMessage();
        if (words.contains("nesting depth")) {
            return "is nested too deeply";
        }
        return words.startsWith("Number") ? "has a number that is too long" : "has a text that is too long";
    }

    private byte[] bytes() {
        var body = event.path("body").asText("");
        return event.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? Optional.of(node.asText()) : Optional.empty();
    }
}
