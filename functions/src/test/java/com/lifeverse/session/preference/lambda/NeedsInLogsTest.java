package com.lifeverse.session.preference.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.runtime.IdSource;
import com.lifeverse.platform.support.Printed;
import com.lifeverse.platform.support.Surroundings;
import com.lifeverse.session.aws.LiveItems;
import com.lifeverse.session.live.SessionStart;
import com.lifeverse.session.support.Fixtures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

/** Whatever happens to what a player needs, no log has it. */
@Tag("adapters")
final class NeedsInLogsTest {
    private static final String NEEDS = """
            {"crossPlay":"samePlatformOnly","presence":"nobody","accessibility":
             {"captions":true,"oneHanded":true,"palette":"tritanopia","inputRemaps":{"jump":"chin-switch"}}}""";
    private static final List<String> TELLTALES =
            List.of("captions", "oneHanded", "tritanopia", "jump", "chin-switch", "samePlatformOnly");

    private static final SessionStart START = Fixtures.firstStart(1);

    private final Table table = new Table();

    @Test
    void needsAreInNoLogWhateverFails() {
        try (var printed = new Printed()) {
            assertThat(status(put(NEEDS, "\"0\""))).isEqualTo(200);
            assertThat(status(put(NEEDS.replace("tritanopia", "tritanopia-strong"), "\"0\"")))
                    .isEqualTo(400);
            assertThat(status(put(NEEDS.replace("true", "\"yes\""), "\"0\""))).isEqualTo(400);
            assertThat(status(put(NEEDS.replace("}}}", "}}"), "\"0\""))).isEqualTo(400);
            assertThat(status(put(NEEDS, "tritanopia"))).isEqualTo(400);
            table.broken = true;
            assertThat(status(put(NEEDS, "\"0\""))).isEqualTo(503);
            assertThat(status(put(NEEDS, ""))).isEqualTo(428);

            assertThat(surroundings.log()).isNotEmpty();
            assertThat(TELLTALES).allSatisfy(telltale -> {
                assertThat(surroundings.log()).noneMatch(line -> line.contains(telltale));
                assertThat(printed.text()).doesNotContain(telltale);
            });
        }
    }

    private final Surroundings surroundings = new Surroundings(Fixtures.NOW) {
        @Override
        protected Map<String, String> settings() {
            return Map.of("LIVE_TABLE", "live", "PLAYERS_TABLE", "players");
        }

        @Override
        protected IdSource ids() {
            return Fixtures.ids(1)::get;
        }

        @Override
        public DynamoDbClient dynamoDb() {
            return table;
        }
    };

    private int status(ObjectNode request) {
        return surroundings
                .invoke(new PreferenceFunction(surroundings.runtime()), request)
                .path("statusCode")
                .asInt();
    }

    private static ObjectNode put(String body, String ifMatch) {
        var request = Json.object().put("routeKey", "PUT /v1/preferences").put("body", body);
        var headers = request.putObject("headers").put("content-type", "application/json");
        if (!ifMatch.isEmpty()) {
            headers.put("if-match", ifMatch);
        }
        request.withObject("/requestContext/authorizer/jwt/claims")
                .put("sub", START.playerId())
                .put("sid", START.session().id())
                .put("gen", "0")
                .put("ep", "0")
                .put("plat", "playstation");
        return request;
    }

    /** Takes what it is given until it breaks. */
    private static final class Table implements DynamoDbClient {
        private boolean broken;

        @Override
        public PutItemResponse putItem(PutItemRequest request) {
            if (broken) {
                throw DynamoDbException.builder()
                        .message("Service unavailable")
                        .statusCode(503)
                        .build();
            }
            return PutItemResponse.builder().build();
        }

        @Override
        public GetItemResponse getItem(GetItemRequest request) {
            return request.tableName().equals("live")
                    ? GetItemResponse.builder().item(LiveItems.of(START)).build()
                    : GetItemResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
