package com.lifeverse.trigger.letter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.letter.Corrections;
import com.lifeverse.trigger.letter.DeadLetter;
import com.lifeverse.trigger.letter.DeadLetter.Origin;
import com.lifeverse.trigger.letter.DeadLetter.Staff;
import com.lifeverse.trigger.letter.DeadLetter.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("contracts")
class LetterFormsTest {
    private static final String SOUND = """
            {"id": "evt_019a9f30-1c80-7d03-9e51-7a0c4f2b6d10", "type": "match.ended.v1", "version": 1,
             "time": "2026-11-20T18:42:09Z", "playerId": "ply_019a9f30-1c80-7d03-9e51-7a0c4f2b6d10",
             "eventGroupId": "ply_019a9f30-1c80-7d03-9e51-7a0c4f2b6d10", "deduplicationId": "m1", "correlationId": "evt_1",
             "causation": [], "hops": 0, "producer": "game-server", "isReplay": false,
             "payload": {"matchId": "m1", "mode": "ranked", "outcome": "win", "durationSeconds": 60}}""";

    private final LetterForms forms = new LetterForms();

    @Test
    void aWholeEventIsTaken() throws Exception {
        assertThat(places(Origin.ENGINE, SOUND, Json.read(SOUND))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/id | \"evt_1\" | /id",
                "/time | \"yesterday\" | /time",
                "/type | \"no.such.v1\" | /type",
                "/type | \"profile.changed.v2\" | /version /type",
                "/type | \"group.timer_set.v1\" | /type /payload/groupId",
                "/playerId | \"anna\" | /playerId",
                "/hops | -1 | /hops",
                "/hops | \"none\" | /hops",
                "/causation | \"none\" | /causation",
                "/isReplay | 0 | /isReplay",
                "/producer | \"session\" | /producer",
                "/payload/outcome | 7 | /payload/outcome",
            })
    void anEventThatTheEngineWouldNotTakeIsNotTaken(String place, String value, String expected) throws Exception {
        var event = (ObjectNode) Json.read(SOUND);
        var parent = place.substring(0, place.lastIndexOf('/'));
        ((ObjectNode) event.at(parent)).set(place.substring(place.lastIndexOf('/') + 1), Json.read(value));

        assertThat(places(Origin.ENGINE, SOUND, event)).containsAll(List.of(expected.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/id | \"evt_019a9f30-1c80-7d03-9e51-7a0c4f2b6d11\"",
                "/time | \"2026-11-21T18:42:09Z\"",
                "/playerId | \"ply_019a9f30-1c80-7d03-9e51-7a0c4f2b6d11\"",
                "/eventGroupId | \"ply_019a9f30-1c80-7d03-9e51-7a0c4f2b6d11\"",
                "/deduplicationId | \"m2\"",
                "/hops | 1",
                "/isReplay | true",
                "/payload/outcome | \"loss\"",
                "/payload/durationSeconds | 6000",
                "/payload/placement | 1",
                "/surprise | 1",
            })
    void whatWasSoundOfAnEventStaysWhateverElseIsMended(String place, String value) throws Exception {
        var before = ((ObjectNode) Json.read(SOUND)).put("hops", -1);
        before.remove("correlationId");
        ((ObjectNode) before.path("payload")).put("mode", 7);
        var mended = (ObjectNode) Json.read(SOUND);
        assertThat(places(Origin.ENGINE, before.toString(), mended)).isEmpty();

        var parent = place.substring(0, place.lastIndexOf('/'));
        ((ObjectNode) mended.at(parent)).set(place.substring(place.lastIndexOf('/') + 1), Json.read(value));

        assertThat(places(Origin.ENGINE, SOUND, mended)).containsExactly(place);
        if (!place.equals("/hops")) {
            assertThat(places(Origin.ENGINE, before.toString(), mended)).containsExactly(place);
        }
    }

    @Test
    void ofAnEventThatCouldNotBeReadOrWhoseTypeWasMisspeltTheRestIsJudgedByWhatItBecomes() throws Exception {
        assertThat(places(Origin.ENGINE, "\"not JSON at all\"", Json.read(SOUND)))
                .isEmpty();
        var misspelt = SOUND.replace("match.ended.v1", "match.ende.v1");
        assertThat(places(Origin.ENGINE, misspelt, Json.read(SOUND))).isEmpty();
        assertThat(places(Origin.ENGINE, misspelt, Json.read(SOUND.replace("win", "loss"))))
                .containsExactly("/payload/outcome");
    }

    @Test
    void whatStaffAreNotShownIsLeftOutAndNotToldByARefusal() throws Exception {
        var before = ((ObjectNode) Json.read(SOUND)).put("hops", -1).put("apiToken", "s3cret");
        assertThat(places(Origin.ENGINE, before.toString(), Json.read(SOUND))).isEmpty();

        assertThat(forms.faults(
                        letter(Origin.ENGINE, before.toString()),
                        ((ObjectNode) Json.read(SOUND)).put("apiToken", "other"),
                        _ -> Optional.empty()))
                .hasSize(1)
                .allMatch(fault -> !fault.message().contains("s3cret"));
    }

    @Test
    void whatStaffHaveCorrectedTheyMayCorrectAgainUntilItIsHandedBack() throws Exception {
        var other = ((ObjectNode) Json.read(SOUND)).put("time", "2026-11-20T18:43:09Z");
        var letter = letter(Origin.ENGINE, SOUND);
        var corrected = letter.edited(SOUND, List.of("/time"), new Staff("sam", ""), Instant.EPOCH);

        assertThat(forms.faults(letter, other, _ -> Optional.empty())).hasSize(1);
        assertThat(forms.faults(corrected, other, _ -> Optional.empty())).isEmpty();
        assertThat(forms.faults(corrected.closed(Instant.EPOCH.plusSeconds(1)), other, _ -> Optional.empty()))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/destination,elsewhere",
        "/id,dec_1-7",
        "/firing/playerId,ply_2",
        "/firing/trigger,made-up",
        "/firing/decisionId,dec_2",
        "/firing/occurrence,2099-01-01",
        "/firing/more,facts",
        "/event/playerId,ply_2",
        "/event/hops,0",
    })
    void whatAnotherSystemIsToldStaysAsItWasDecided(String place, String value) throws Exception {
        var before = """
                {"destination": "community-board", "id": "dec_1-1",
                 "event": {"id": "evt_1", "playerId": "ply_1", "correlationId": "garbled", "causation": [], "hops": 1},
                 "firing": {"trigger": "t", "decisionId": "dec_1", "occurrence": "2026-11-20", "playerId": "ply_1", "tier": 1}}""";
        var input = (ObjectNode) Json.read(before);
        ((ObjectNode) input.path("event")).put("correlationId", "mended").put("isReplay", false);
        assertThat(places("webhook-delivery", before, input)).isEmpty();

        ((ObjectNode) input.at(place.substring(0, place.lastIndexOf('/'))))
                .put(place.substring(place.lastIndexOf('/') + 1), value);
        assertThat(places("webhook-delivery", before, input))
                .containsExactly(place.startsWith("/firing") ? "/firing" : place);
        assertThat(places("webhook-delivery", "{}", input)).contains("/firing", "/destination", "/id");
    }

    @Test
    void anEventThatLacksAMemberIsNotTaken() throws Exception {
        for (var name : List.of("id", "type", "version", "time", "deduplicationId", "causation", "hops", "payload")) {
            var event = ((ObjectNode) Json.read(SOUND)).without(List.of(name));
            assertThat(places(Origin.ENGINE, "\"not JSON at all\"", event))
                    .as(name)
                    .isNotEmpty();
        }
    }

    @Test
    void whereNobodyKnowsWhoToldAnEventItIsOneWhoMayTellTheType() throws Exception {
        var event = ((ObjectNode) Json.read(SOUND)).put("producer", "session");

        assertThat(places(Origin.ENGINE, "\"not JSON at all\"", event)).containsExactly("/producer");
    }

    @Test
    void whatIsNoEventIsNotHandedBackAsItStands() {
        assertThat(forms.isReadable(letter(Origin.ENGINE, "\"not JSON at all\"")))
                .isFalse();
        assertThat(forms.isReadable(letter(Origin.ENGINE, SOUND))).isTrue();
        assertThat(forms.isReadable(letter("trigger-effects", "{}"))).isTrue();
    }

    @Test
    void anInputIsHeldAgainstItsWorkflowsSchema() throws Exception {
        assertThat(places("trigger-effects", "{}", Json.read("{\"id\": 5}"))).contains("/id", "/payload");
        assertThat(places("", "{}", Json.read("{\"id\": 5}"))).isEmpty();
    }

    @Test
    void differencesAreNamedByTheirPlaces() {
        assertThat(Differences.between(
                        "{\"a\":{\"b/c\":1,\"d\":[1,2]},\"e\":1}", "{\"a\":{\"b/c\":2,\"d\":[1,3,4]},\"f\":1}"))
                .containsExactly("/a/b~1c", "/a/d/1", "/a/d/2", "/e", "/f");
        assertThat(Differences.between("\"text\"", "{}")).containsExactly("");
    }

    private List<String> places(String workflow, String before, JsonNode input) {
        return forms.faults(letter(workflow, before), input, _ -> Optional.empty()).stream()
                .map(Violation::pointer)
                .toList();
    }

    private static DeadLetter letter(String workflow, String input) {
        return new DeadLetter(
                "ltr_1",
                1,
                Status.WAITING,
                new Origin(workflow, "", "", ""),
                input,
                0,
                Instant.EPOCH,
                List.of(),
                Corrections.NONE);
    }
}
