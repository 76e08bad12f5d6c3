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
        assertThat(places(before, decision(COINS.replace("5", "6")))).containsExactly("/payload/effects/0/kind");
        assertThat(places(decision(COINS), decision(COINS.replace("5", "6"))))
                .containsExactly("/payload/effects/0/amount");
        assertThat(places(decision(COINS), decision(COINS.replace("coins", "gems"))))
                .containsExactly("/payload/effects/0/item");
        assertThat(places(decision(COINS), decision(COINS, COINS))).containsExactly("/payload/effects/1/tier");
    }

    @Test
    void anEffectKeepsItsTierSoThatWhatWasDoneIsKnownAgain() throws Exception {
        var flag = "{\"kind\":\"flag\",\"tier\":2,\"name\":\"newcomer\",\"lasts\":\"PT1H\"}";
        var before = decision(COINS, flag);

        assertThat(places(before, decision(tier(COINS, 3), flag))).containsExactly("/payload/effects/0/tier");
        assertThat(places(before, decision(tier(COINS, 2), tier(flag, 1)))).hasSize(2);
        assertThat(places(before, decision(COINS, tier(COINS, 2)))).containsExactly("/payload/effects/1/kind");
        assertThat(places(before, decision(flag))).isEmpty();
        assertThat(places(before, decision(flag, COINS))).isEmpty();
    }

    @Test
    void whatIsToldAndWhatAWorkflowIsStartedWithStaysAsItWasDecided() throws Exception {
        var emit =
                "{\"kind\":\"emit\",\"tier\":1,\"type\":\"milestone.reached.v1\",\"payload\":{\"milestone\":\"small\"}}";
        var run =
                "{\"kind\":\"startWorkflow\",\"tier\":1,\"workflow\":\"occasion\",\"input\":{\"seconds\":60},\"turn\":{\"most\":1}}";

        assertThat(places(decision(emit), decision(emit))).isEmpty();
        assertThat(places(decision(emit), decision(emit.replace("small", "huge"))))
                .containsExactly("/payload/effects/0/payload/milestone");
        assertThat(places(decision(run), decision(run.replace("60", "61"))))
                .containsExactly("/payload/effects/0/input/seconds");
        assertThat(places(decision(run), decision(run.replace(",\"turn\":{\"most\":1}", ""))))
                .containsExactly("/payload/effects/0/turn");
        assertThat(places(decision(run), decision(run.replace("occasion", "other"))))
                .containsExactly("/payload/effects/0/workflow");
    }

    @Test
    void whatTheVersionGivesThatDecidedIsTakenAndNothingOfAnotherVersion() throws Exception {
        var garbled = "{\"kind\":\"teleport\",\"tier\":1}";

        assertThat(places(decision(garbled), decision(given()))).isEmpty();
        assertThat(places(decision(garbled), decision(tier(given(), 2)))).containsExactly("/payload/effects/0/tier");
        assertThat(places(versioned("ffffffff", garbled), versioned("ffffffff", given())))
                .isNotEmpty();
        assertThat(places(versioned("ffffffff", garbled), decision(given()))).contains("/payload/version");
        var other = (ObjectNode) decision(given());
        ((ObjectNode) other.path("payload")).put("trigger", "made-up");
        assertThat(places(decision(garbled), other)).contains("/payload/trigger");
    }

    @Test
    void whoseDecisionItIsNobodyMakesUp() throws Exception {
        assertThat(places(MissingNode.getInstance(), decision(given())))
                .containsExactly("/playerId", "/payload/trigger", "/payload/decisionId", "/payload/occurrence");
        var nobodys = (ObjectNode) decision(COINS);
        nobodys.putNull("playerId");
        assertThat(places(nobodys, decision(COINS))).containsExactly("/playerId");
    }

    @Test
    void itStaysThatDecisionOfThatPlayerInThoseCircumstances() throws Exception {
        var after = (ObjectNode) decision(COINS);
        after.put("playerId", "ply_2")
                .put("time", "2026-11-21T00:00:00Z")
                .put("hops", 0)
                .put("isReplay", false);
        ((ObjectNode) after.path("payload"))
                .put("decisionId", "dec_2")
                .put("occurrence", "2026-11-21")
                .put("firings", 9);

        assertThat(places(decision(COINS), after))
                .containsExactly(
                        "/playerId",
                        "/time",
                        "/hops",
                        "/isReplay",
                        "/payload/decisionId",
                        "/payload/firings",
                        "/payload/occurrence");
    }

    @Test
    void whereTheEventCameFromAndWhatHasNotTheRightFormIsMended() throws Exception {
        var before = (ObjectNode) decision(COINS);
        before.put("id", "evt_1").put("hops", "two").put("time", "noon").putNull("isReplay");
        var after = ((ObjectNode) decision(COINS)).put("id", "evt_2").put("correlationId", "evt_1");

        assertThat(places(before, after)).isEmpty();
    }

    @Test
    void eventsThatEffectsMayNotTellAreNotTakenThoughTheDecisionHadThem() throws Exception {
        var forged = decision("{\"kind\":\"emit\",\"tier\":1,\"type\":\"match.ended.v1\",\"payload\":{}}");

        assertThat(places(forged, forged)).containsExactly("/payload/effects/0/type");
        assertThat(places(decision(COINS), forged)).contains("/payload/effects/0/type");
    }

    private static String tier(String effect, int tier) {
        return effect.replaceFirst("\"tier\":[0-9]", "\"tier\":" + tier);
    }

    private List<String> places(JsonNode before, JsonNode after) {
        return forms.faults(before, after).stream().map(Violation::pointer).toList();
    }

    /** What the trigger in force gives first. */
    private static String given() {
        var effect = Given.firstWin().effects().getFirst();
        return Json.mapper()
                .<ObjectNode>valueToTree(effect.data())
                .put("tier", 1)
                .put("kind", effect.kind())
                .toString();
    }

    private static JsonNode decision(String... effects) throws Exception {
        return versioned(Given.VERSION, effects);
    }

    private static JsonNode versioned(String version, String... effects) throws Exception {
        return Json.read("""
                {"playerId": "ply_1", "time": "2026-11-20T18:42:08Z", "hops": 1, "isReplay": true,
                 "payload": {"trigger": "%s", "version": "%s", "decisionId": "dec_1", "occurrence": "2026-11-20",
                 "effects": [%s]}}""".formatted(Given.firstWin().id(), version, String.join(",", effects)));
    }
}
