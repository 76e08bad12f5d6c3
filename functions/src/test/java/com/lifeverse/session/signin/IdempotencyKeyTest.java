package com.lifeverse.session.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("rules")
final class IdempotencyKeyTest {
    @Test
    void aQuotedStringIsAKey() {
        assertThat(IdempotencyKey.parse("\"8e03978e\"")).contains(new IdempotencyKey("8e03978e"));
    }

    @Test
    void spacesAroundItDoNotBelongToIt() {
        assertThat(IdempotencyKey.parse(" \"a b\" ")).contains(new IdempotencyKey("a b"));
    }

    @Test
    void sixtyFourCharactersAreTheLongest() {
        assertThat(IdempotencyKey.parse('"' + "k".repeat(64) + '"')).isPresent();
        assertThat(IdempotencyKey.parse('"' + "k".repeat(65) + '"')).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8e03978e",
                "\"\"",
                "\"8e03978e",
                "'8e03978e'",
                "\"a\"b\"",
                "\"a\\\\b\"",
                "\"ä\"",
                "\"a\nb\"",
                "\"a\", \"b\"",
                "\"a\";p=1"
            })
    void anythingElseIsMalformed(String header) {
        assertThat(IdempotencyKey.parse(header)).isEmpty();
    }

    @Test
    void partsOfTheBodyCannotBeShiftedIntoEachOther() {
        var key = new IdempotencyKey("k");

        assertThat(key.with("ab", "c")).isNotEqualTo(key.with("a", "bc"));
        assertThat(key.with("ab", "c")).isEqualTo(key.with("ab", "c"));
    }
}
