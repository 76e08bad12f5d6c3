package com.lifeverse.local.simulate;

import static com.lifeverse.local.simulate.Tampering.noticed;

import com.lifeverse.local.simulate.party.Crowded;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** What keeps crowds from being over-full is taken away, between the functions and the tables: the simulation has to notice. */
@Tag("stack")
final class BrokenCrowdsTest {
    @Test
    void aSectionThatIsWrittenWhateverOthersWroteMeanwhileIsNoticed() {
        failing("no-write-is-overwritten", unconditional(kind -> kind.startsWith("section#")));
    }

    @Test
    void seatsThatAreMovedWhateverOthersMovedMeanwhileAreNoticed() {
        failing("never-over-full", unconditional("seating"::equals));
    }

    @Test
    void aSectionThatLendsSeatsWithoutANewTurnIsNoticed() {
        failing("no-write-is-overwritten", request -> {
            if (!(request instanceof PutItemRequest put)
                    || !kind(put).startsWith("section#")
                    || !put.item().containsKey("h")) {
                return request;
            }
            var item = new TreeMap<>(put.item());
            item.remove("h");
            return put.toBuilder().item(item).build();
        });
    }

    private static UnaryOperator<Object> unconditional(Predicate<String> kinds) {
        return request -> request instanceof PutItemRequest put && kinds.test(kind(put))
                ? put.toBuilder()
                        .conditionExpression(null)
                        .expressionAttributeNames(null)
                        .expressionAttributeValues(null)
                        .build()
                : request;
    }

    private static String kind(PutItemRequest put) {
        var kind = put.item().get("sk");
        return kind == null || kind.s() == null ? "" : kind.s();
    }

    private static void failing(String invariant, UnaryOperator<Object> tampering) {
        noticed(Theatre.of(new Crowded()), invariant, Tampering.dynamo(tampering));
    }
}
