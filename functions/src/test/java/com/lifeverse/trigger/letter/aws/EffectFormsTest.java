package com.lifeverse.trigger.letter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.spec.Versions;
import com.lifeverse.trigger.spec.aws.EventTypes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("contracts")
class EffectFormsTest {
    private static final String COINS = "{\"kind\":\"grant\",\"tier\":1,\"item\":\"coins\",\"amount\":5}";
    private final Versions inForce = Versions.only(Given.firstWin());
    private final EffectForms forms = new EffectForms(
            new EventTypes(),
            name -> Optional.of(inForce).filter(one -> one.id().equals(name)));

    @Test
    void whatTheDecisionHadIsKeptWhateverItWasCalled() throws Exception {
        var before = decision(COINS.replace("grant", "teleport"));

        assertThat(places(before, decision(COINS))).isEmpty();
        assertThat(places(before, decision(COINS.replace("5", "6")))).containsExactly("/payload/effects/0/amount");
        assertThat(places(before, decision(COINS.replace("coins", "gems"))))
                .containsExactly("/payload/effects/0/amount");
        assertThat(places(before, decision(COINS, COINS))).containsExactly("/payload/effects/1/amount");
        assertThat(places(before, decision(COINS, given()))).containsExactly("/payload/effects");
    }

    @Test
    void whatTheTriggerInForceGivesIsTaken() throws Exception {
        var given = given();
        var before = decision("{\"kind\":\"teleport\",\"tier\":1}");

        assertThat(places(before, decision(given))).isEmpty();
        var other = (ObjectNode) decision(given);
        ((ObjectNode) other.path("payload")).put("trigger", "made-up");
        assertThat(places(before, other)).contains("/payload/trigger");
        assertThat(places(MissingNode.getInstance(), other)).isNotEmpty();
        assertThat(places(MissingNode.getInstance(), decision(given))).isEmpty();
    }

    @Test
    void itStaysThatDecisionOfThatPlayer() throws Exception {
        var after = (ObjectNode) decision(COINS);
        after.put("playerId", "ply_2");
        ((ObjectNode) after.path("payload")).put("decisionId", "dec_2").put("occurrence", "2026-11-21");

        assertThat(places(decision(COINS), after))
                .containsExactly("/playerId", "/payload/decisionId", "/payload/occurrence");
    }

    @Test
    void eventsThatEffectsMayNotTellAreNotTakenThoughTheDecisionHadThem() throws Exception {
        var forged = decision("{\"kind\":\"emit\",\"tier\":1,\"type\":\"match.ended.v1\",\"payload\":{}}");

        assertThat(places(forged, forged)).containsExactly("/payload/effects/0/type");
        assertThat(places(decision(COINS), forged))
                .containsExactly("/payload/effects/0/type", "/payload/effects/0/type");
    }

    private List<String> places(JsonNode before, JsonNode after) {
        return forms.faults(before, after).stream().map(Violation::pointer).toList();
    }

    /** All that the trigger in force gives. */
    private static String given() {
        return Given.firstWin().effects().stream()
                .map(effect -> Json.mapper()
                        .<ObjectNode>valueToTree(effect.data())
                        .put("kind", effect.kind())
                        .put("tier", 1)
                        .toString())
                .collect(Collectors.joining(","));
    }

    private static JsonNode decision(String... effects) throws Exception {
        return Json.read("""
                {"playerId": "ply_1", "payload": {"trigger": "%s", "decisionId": "dec_1", "occurrence": "2026-11-20",
                 "effects": [%s]}}""".formatted(Given.firstWin().id(), String.join(",", effects)));
    }
}
