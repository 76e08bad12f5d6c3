package com.lifeverse.session.group.aws;

import com.lifeverse.session.group.CrossPlay;
import com.lifeverse.session.group.Feature;
import com.lifeverse.session.group.MemberTraits;
import com.lifeverse.session.group.Traits;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Traits from the players' preferences: item {@code pk} the player, {@code sk} {@code preferences} with {@code crossPlay} and
 * the map {@code accessibility}. Who has none has said nothing.
 */
public final class PreferredTraits implements MemberTraits {
    private static final Map<String, Feature> NEEDS = Map.of(
            "captions", Feature.CAPTIONS,
            "textToSpeech", Feature.TEXT_CHAT,
            "speechToText", Feature.TEXT_CHAT,
            "slowerTimers", Feature.SLOWER_TIMERS);

    private final DynamoDbClient dynamoDb;
    private final String table;

    public PreferredTraits(DynamoDbClient dynamoDb, String playersTable) {
        this.dynamoDb = dynamoDb;
        this.table = playersTable;
    }

    @Override
    public Traits of(String playerId) {
        var answer = dynamoDb.getItem(request -> request.tableName(table)
                .key(new Field().text("pk", playerId).text("sk", "preferences").values()));
        if (!answer.hasItem()) {
            return Traits.NONE;
        }
        var item = new Found(answer.item());
        var crossPlay = item.optionalText("crossPlay").map(CrossPlay::of).orElse(Traits.NONE.crossPlay());
        var needs = item.map("accessibility").map(PreferredTraits::needs).orElse(Set.of());
        return new Traits(crossPlay, needs);
    }

    private static Set<Feature> needs(Found accessibility) {
        var needs = EnumSet.noneOf(Feature.class);
        NEEDS.forEach((setting, feature) -> {
            if (Boolean.TRUE.equals(accessibility
                    .values()
                    .getOrDefault(setting, AttributeValue.fromBool(false))
                    .bool())) {
                needs.add(feature);
            }
        });
        return needs;
    }
}
