package com.lifeverse.local.table.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.table.expression.Bound;
import com.lifeverse.local.table.value.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("rules")
class UpdateTest {
    private static final Map<String, Value> ITEM = Map.of(
            "a", Value.N.of(1),
            "b", Value.N.of(2),
            "tags", new Value.SS(Set.of("x", "y")),
            "slots", new Value.L(List.of(Value.N.of(10), Value.N.of(11), Value.N.of(12), Value.N.of(13))),
            "bag", new Value.M(Map.of("amount", Value.N.of(3))));
    private static final Map<String, Value> VALUES = Map.of(
            ":one", Value.N.of(1),
            ":five", Value.N.of(5),
            ":x", new Value.SS(Set.of("x")),
            ":xy", new Value.SS(Set.of("x", "y")),
            ":z", new Value.SS(Set.of("z")),
            ":text", new Value.S("t"),
            ":list", new Value.L(List.of(Value.N.of(99))));

    @Test
    void setsReadTheItemAsItWas() {
        var after = apply("SET a = b, b = a");
        assertThat(after).containsEntry("a", Value.N.of(2)).containsEntry("b", Value.N.of(1));
    }

    @Test
    void setsAddSubtractAndFallBack() {
        var after = apply("SET a = a + :five, b = if_not_exists(c, :one) - :five, d = if_not_exists(a, :five)");
        assertThat(after)
                .containsEntry("a", Value.N.of(6))
                .containsEntry("b", Value.N.of(-4))
                .containsEntry("d", Value.N.of(1));
    }

    @Test
    void listsAppendGrowAndLoseElementsByTheirOldIndexes() {
        assertThat(apply("SET slots = list_append(slots, :list)")).containsEntry("slots", list(10, 11, 12, 13, 99));
        assertThat(apply("SET slots[40] = :five")).containsEntry("slots", list(10, 11, 12, 13, 5));
        assertThat(apply("SET slots[9] = :five, slots[7] = :one")).containsEntry("slots", list(10, 11, 12, 13, 1, 5));
        assertThat(apply("REMOVE slots[0], slots[2]")).containsEntry("slots", list(11, 13));
        assertThat(apply("REMOVE slots[0] SET slots[1] = :five")).containsEntry("slots", list(5, 12, 13));
    }

    @Test
    void nestedPathsChangeOnlyTheirPart() {
        var after = apply("SET bag.gem = :text REMOVE bag.amount");
        assertThat(after).containsEntry("bag", new Value.M(Map.of("gem", new Value.S("t"))));
    }

    @Test
    void addCountsAndCollects() {
        var after = apply("ADD a :five, c :five, tags :z, more :z");
        assertThat(after)
                .containsEntry("a", Value.N.of(6))
                .containsEntry("c", Value.N.of(5))
                .containsEntry("tags", new Value.SS(Set.of("x", "y", "z")))
                .containsEntry("more", new Value.SS(Set.of("z")));
    }

    @Test
    void aSetThatLosesItsLastMemberGoesToo() {
        assertThat(apply("DELETE tags :x")).containsEntry("tags", new Value.SS(Set.of("y")));
        assertThat(apply("DELETE tags :xy")).doesNotContainKey("tags");
        assertThat(apply("DELETE nothing :xy")).doesNotContainKey("nothing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SET c = d | The provided expression refers to an attribute that does not exist in the item",
                "SET c.d = :one | The document path provided in the update expression is invalid for update",
                "SET a[0] = :one | The document path provided in the update expression is invalid for update",
                "SET slots[4][0] = :one, slots[5] = :list"
                        + " | The document path provided in the update expression is invalid for update",
                "SET a = tags + :one | An operand in the update expression has an incorrect data type",
                "ADD tags :one | An operand in the update expression has an incorrect data type",
                "SET a = :one SET b = :one | Invalid UpdateExpression:"
                        + " The \"SET\" section can only be used once in an update expression;",
                "SET a = :one, a.b = :one | Invalid UpdateExpression: Two document paths overlap with each other;"
                        + " must remove or rewrite one of these paths; path one: [a], path two: [a, b]",
                "SET a.b = :one, a[1] = :one | Invalid UpdateExpression: Two document paths conflict with each other;"
                        + " must remove or rewrite one of these paths; path one: [a, b], path two: [a, [1]]",
                "ADD a :text | Invalid UpdateExpression: Incorrect operand type for operator or function;"
                        + " operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND",
                "DELETE a :one | Invalid UpdateExpression: Incorrect operand type for operator or function;"
                        + " operator: DELETE, operand type: NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND",
                "SET a = b + :text | Invalid UpdateExpression: Incorrect operand type for operator or function;"
                        + " operator or function: +, operand type: S",
                "SET a = size(b) | Invalid UpdateExpression: The function is not allowed in an update expression;"
                        + " function: size",
                "SET a = list_append(b) | Invalid UpdateExpression: Incorrect number of operands for operator or"
                        + " function; operator or function: list_append, number of operands: 1",
                "PUT a = :one | Invalid UpdateExpression: Syntax error; token: \"PUT\", near: \"PUT a\"",
                "SET user = :one | Invalid UpdateExpression: Attribute name is a reserved keyword;"
                        + " reserved keyword: user"
            })
    void isRefusedInTheWordsOfAws(String update, String message) {
        assertThatThrownBy(() -> apply(update)).hasMessage(message);
    }

    private static Value list(long... numbers) {
        return new Value.L(Arrays.stream(numbers).<Value>mapToObj(Value.N::of).toList());
    }

    private static Map<String, Value> apply(String update) {
        var expressions = new Expressions(new ParsedExpressions(), Map.of(), VALUES);
        return Bound.apply(expressions.update(update), new LinkedHashMap<>(ITEM));
    }
}
