package com.lifeverse.local.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("rules")
class JsonTest {
    private record Kept(String name, Instant at) {}

    @ParameterizedTest
    @ValueSource(strings = {"5.0", "9007199254740993", "0.10", "{\"b\":1,\"a\":[null,true,\"x\"]}"})
    void whatIsReadIsWrittenAsItCame(String text) {
        assertThat(Json.text(Json.read(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{} {}", "win"})
    void whatIsNotOneValueIsNone(String text) {
        assertThat(Json.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Json.read(text));
    }

    @Test
    void howANumberCameToBeAndTheOrderOfMembersDoNotMatter() {
        assertThat(Json.same(Json.read("{\"a\":1e5,\"b\":[2]}"), Json.read("{\"b\":[2],\"a\":100000}")))
                .isTrue();
        assertThat(Json.same(Json.object().put("a", 1L), Json.read("{\"a\":1}")))
                .isTrue();
        assertThat(Json.same(Json.read("{\"a\":1}"), Json.read("{\"a\":\"1\"}")))
                .isFalse();
    }

    @Test
    void aRecordComesBackFromItsText() {
        var kept = new Kept("x", Instant.parse("2026-11-20T18:42:08.123456789Z"));

        assertThat(Json.read(Json.text(kept), Kept.class)).isEqualTo(kept);
    }
}
