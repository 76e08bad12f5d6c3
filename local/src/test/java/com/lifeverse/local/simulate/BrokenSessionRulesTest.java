package com.lifeverse.local.simulate;

import static com.lifeverse.local.simulate.Tampering.updates;

import com.lifeverse.local.simulate.family.RefreshRace;
import com.lifeverse.local.simulate.revocation.Revocations;
import java.util.HashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** What sessions promise about tokens, broken between the functions and the table, one rule at a time. */
@Tag("stack")
final class BrokenSessionRulesTest {
    private static final String RENEWAL = "#s.#id.#g = :next";
    private static final String CHANGE = "#c = :seen";
    private static final String END = "REMOVE #s.#id";

    @Test
    void aRenewalThatForgivesNoRetryIsNoticed() {
        race(
                "an-honest-retry-is-served",
                RENEWAL,
                update -> condition(
                        update, "#s.#id.#f = :family AND #s.#id.#g = :generation AND #s.#id.#l >= :earliest"));
    }

    @Test
    void aRenewalThatTakesAnyTokenOfTheFamilyIsNoticed() {
        race(
                "a-thief-is-not-served",
                RENEWAL,
                update -> condition(
                        update, "#s.#id.#f = :family AND #s.#id.#g >= :generation AND #s.#id.#l >= :earliest"));
    }

    @Test
    void aThiefWhoIsSentAwayWithoutEndingTheFamilyIsNoticed() {
        race("a-thief-ends-the-family", END, BrokenSessionRulesTest::kept);
    }

    @Test
    void aReuseThatNobodyIsToldOfIsNoticed() {
        race("reuse-is-told-once", END, BrokenSessionRulesTest::silent);
    }

    @Test
    void aRevocationThatLeavesTheSessionsIsNoticed() {
        revocation(
                "what-is-revoked-stays-revoked",
                update -> update.toBuilder()
                        .updateExpression(update.updateExpression().replace("#s = :s", "#s = if_not_exists(#s, :s)"))
                        .build());
    }

    @Test
    void aBanThatIsForgottenIsNoticed() {
        revocation("who-is-banned-stays-out", update -> {
            var names = new HashMap<>(update.expressionAttributeNames());
            names.put("#y", "somewhere-else");
            return update.toBuilder().expressionAttributeNames(names).build();
        });
    }

    @Test
    void aRevocationThatNobodyIsToldOfIsNoticed() {
        revocation("every-revocation-is-told", BrokenSessionRulesTest::silent);
    }

    private static void race(String invariant, String part, UnaryOperator<UpdateItemRequest> tampering) {
        Tampering.noticed(Theatre.of(new RefreshRace()), invariant, updates(part, tampering));
    }

    private static void revocation(String invariant, UnaryOperator<UpdateItemRequest> tampering) {
        Tampering.noticed(
                Theatre.of(new Revocations()),
                invariant,
                updates(CHANGE, update -> isRevocation(update) ? tampering.apply(update) : update));
    }

    /** It calls tokens back, and leaves no session. */
    private static boolean isRevocation(UpdateItemRequest update) {
        var sessions = update.expressionAttributeValues().get(":s");
        return update.expressionAttributeValues().containsKey(":e")
                && sessions != null
                && sessions.m().isEmpty();
    }

    private static UpdateItemRequest condition(UpdateItemRequest update, String condition) {
        return update.toBuilder().conditionExpression(condition).build();
    }

    private static UpdateItemRequest kept(UpdateItemRequest update) {
        return update.toBuilder()
                .updateExpression(update.updateExpression().replace(" REMOVE #s.#id", ""))
                .build();
    }

    private static UpdateItemRequest silent(UpdateItemRequest update) {
        var values = new HashMap<>(update.expressionAttributeValues());
        values.put(":out", AttributeValue.fromS("[]"));
        return update.toBuilder().expressionAttributeValues(values).build();
    }
}
