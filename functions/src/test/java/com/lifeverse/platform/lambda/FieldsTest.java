package com.lifeverse.platform.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("adapters")
final class FieldsTest {
    private static final Pattern ANYTHING = Pattern.compile("(?s).*");

    @ParameterizedTest
    @ValueSource(strings = {"device-\ud800", "\udbffdevice", "de\udc00\ud800vice", "\udc00"})
    void halfOfACharacterIsRefusedBecauseItHasNoUtf8(String text) {
        assertRefused(text, "must be well-formed Unicode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "device\u0000", "de\nvice", "de\tvice", "\u001b[2J", "\u001f"})
    void controlCharactersAreRefused(String text) {
        assertRefused(text, "must have no control characters");
    }

    @Test
    void allOtherCharactersAreFineAndCountOnce() {
        var fields = Fields.of(Json.object().put("name", "\u00fc \ud83d\ude00~"));

        assertThat(fields.text("name", 4, 4)).isEqualTo("\u00fc \ud83d\ude00~");
        assertThatCode(fields::check).doesNotThrowAnyException();
    }

    private static void assertRefused(String text, String message) {
        var body = Json.object();
        body.putObject("of").put("length", text).put("pattern", text).put("choice", text);
        var fields = Fields.of(body);
        var of = fields.object("of");
        of.text("length", 1, 128);
        of.text("pattern", ANYTHING);
        of.choice("choice", List.of("a", "b"));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(fields::check)
                .extracting(Refused::violations)
                .isEqualTo(List.of(
                        new Violation("/of/length", message),
                        new Violation("/of/pattern", message),
                        new Violation("/of/choice", "must be one of a, b")));
    }
}
