package com.lifeverse.local.table.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("rules")
class ValueTest {
    @Test
    void numbersKeep38DigitsAndLoseTheirZeros() {
        assertThat(Value.N.parse("12345678901234567890123456789012345678").text())
                .isEqualTo("12345678901234567890123456789012345678");
        assertThat(Value.N.parse("001.500")).isEqualTo(Value.N.parse("1.5"));
        assertThat(Value.N.parse("1E3").text()).isEqualTo("1000");
        assertThat(Value.N.parse("-0.0").text()).isEqualTo("0");
        assertThat(Value.N.parse("9007199254740993").text()).isEqualTo("9007199254740993");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "123456789012345678901234567890123456789"
                        + " | Attempting to store more than 38 significant digits in a Number",
                "1e126 | Number overflow. Attempting to store a number with magnitude larger than supported range",
                "1e-131 | Number underflow. Attempting to store a number with magnitude smaller than supported range",
                "seven | The parameter cannot be converted to a numeric value: seven",
                "٣ | The parameter cannot be converted to a numeric value: ٣"
            })
    void numbersOutOfRangeAreRefused(String number, String message) {
        assertThatThrownBy(() -> Value.N.parse(number)).hasMessage(message);
    }

    @Test
    void numberKeysSortByValue() {
        var inOrder = Stream.of(
                        "-1e125",
                        "-12345.678",
                        "-100",
                        "-99.9",
                        "-1",
                        "-0.01",
                        "-1e-130",
                        "0",
                        "1e-130",
                        "0.0099",
                        "0.01",
                        "0.1",
                        "1",
                        "1.01",
                        "1.1",
                        "2",
                        "10",
                        "11",
                        "99.99",
                        "100",
                        "9.9999999999999999999999999999999999999e125")
                .map(Value.N::parse)
                .map(KeyBytes::of)
                .toList();
        assertThat(inOrder).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
    }

    @Test
    void textKeysSortByUtf8EvenBehindAHashKey() {
        var inOrder = Stream.of("", "\u0000", "\u0000a", "a", "a\u0000", "a\u0000b", "ab", "b", "é", "\uFFFD", "😀")
                .map(text -> KeyBytes.of(new Value.S(text)).plus(KeyBytes.of(Value.N.of(1))))
                .toList();
        assertThat(inOrder).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
    }

    @Test
    void sizesFollowThePublishedRules() {
        assertThat(size("name", new Value.S("añ😀"))).isEqualTo(4 + 7);
        assertThat(size("n", Value.N.parse("123456"))).isEqualTo(1 + 4);
        assertThat(size("n", Value.N.parse("12345"))).isEqualTo(1 + 4);
        assertThat(size("n", Value.N.parse("1234560"))).isEqualTo(1 + 5);
        assertThat(size("n", Value.N.parse("-12345"))).isEqualTo(1 + 5);
        assertThat(size("n", Value.N.of(0))).isEqualTo(1 + 1);
        assertThat(size("b", new Value.B(Bytes.utf8("abc")))).isEqualTo(1 + 3);
        assertThat(size("t", new Value.Bool(true))).isEqualTo(1 + 1);
        assertThat(size("t", new Value.Null())).isEqualTo(1 + 1);
        assertThat(size("s", new Value.SS(Set.of("ab", "c")))).isEqualTo(1 + 3);
        assertThat(size("l", new Value.L(List.of(new Value.S("ab"), new Value.Null()))))
                .isEqualTo(1 + 3 + 1 + 2 + 1 + 1);
        assertThat(size("m", new Value.M(Map.of("k", new Value.S("v"))))).isEqualTo(1 + 3 + 1 + 1 + 1);
    }

    private static int size(String name, Value value) {
        return Item.taking(Map.of(name, value)).size();
    }
}
