package com.lifeverse.local.table.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.table.expression.Bound;
import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("rules")
class ConditionTest {
    private static final Map<String, Value> ITEM = Map.of(
            "player", new Value.S("ada"),
            "score", Value.N.of(7),
            "tags", new Value.SS(Set.of("vip", "beta")),
            "bytes", new Value.B(Bytes.utf8("hello")),
            "slots", new Value.L(List.of(Value.N.of(1), new Value.M(Map.of("gem", new Value.S("ruby"))))),
            "bag", new Value.M(Map.of("amount", Value.N.of(3), "dotted.name", new Value.S("x"))),
            "isNew", new Value.Bool(true),
            "status", new Value.S("online"));
    private static final Map<String, Value> VALUES = Map.of(
            ":ada", new Value.S("ada"),
            ":five", Value.N.of(5),
            ":nine", Value.N.of(9),
            ":one", Value.N.of(1),
            ":type", new Value.S("N"),
            ":ruby", new Value.S("ruby"),
            ":vip", new Value.S("vip"),
            ":a", new Value.S("a"),
            ":true", new Value.Bool(true),
            ":raw", new Value.B(Bytes.utf8("he")));
    private static final Map<String, String> NAMES = Map.of("#s", "status", "#d", "dotted.name");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "player = :ada",
                "player <> :vip",
                "score > :five",
                "score >= :five AND score <= :nine",
                "score BETWEEN :five AND :nine",
                "score IN (:one, :five) OR score < :nine",
                "NOT score < :five",
                "not (score < :five or score > :nine)",
                "attribute_exists(bag.amount)",
                "attribute_not_exists(bag.absent)",
                "attribute_not_exists(nobody.here[3])",
                "attribute_type(score, :type)",
                "begins_with(player, :a)",
                "begins_with(bytes, :raw)",
                "contains(player, :a)",
                "contains(tags, :vip)",
                "contains(slots, :one)",
                "contains(bytes, :raw)",
                "size(tags) < :five",
                "size(player) BETWEEN :one AND :five",
                "slots[1].gem = :ruby",
                "isNew = :true",
                "#s <> :ada",
                "attribute_exists(bag.#d)",
                "absent <> :five",
                "NOT absent = :five",
                "(score) = (:five) OR (player = :ada)",
                "score > :nine OR score > :five AND player = :ada",
                ":five < score"
            })
    void holds(String condition) {
        assertThat(evaluate(condition)).as(condition).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "player = :five",
                "player > :five",
                "absent = :five",
                "absent < :five",
                "absent IN (:five)",
                "size(score) > :one",
                "size(absent) > :one",
                "contains(tags, :five)",
                "contains(bag, :ada)",
                "begins_with(score, :a)",
                "begins_with(absent, :a)",
                "attribute_type(absent, :type)",
                "slots[9] = :one",
                "score[0] = :one"
            })
    void doesNotHold(String condition) {
        assertThat(evaluate(condition)).as(condition).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status = :ada | Attribute name is a reserved keyword; reserved keyword: status",
                "bag.Count = :one | Attribute name is a reserved keyword; reserved keyword: Count",
                "score = :zero | An expression attribute value used in expression is not defined;"
                        + " attribute value: :zero",
                "#zero = :one | An expression attribute name used in the document path is not defined;"
                        + " attribute name: #zero",
                "score > 4 | Syntax error; token: \"4\", near: \"> 4\"",
                "things are odd | Syntax error; token: \"are\", near: \"things are odd\"",
                "score = | Syntax error; token: \"<EOF>\", near: \"=\"",
                "_a = :one | Syntax error; token: \"_\", near: \"_a\"",
                "((score = :one)) | The expression has redundant parentheses;",
                "foo(score) | Invalid function name; function: foo",
                "size(score) | The function is not allowed to be used this way in an expression; function: size",
                "score = attribute_exists(x) | The function is not allowed to be used this way in an expression;"
                        + " function: attribute_exists",
                "attribute_exists(:one) | Operator or function requires a document path;"
                        + " operator or function: attribute_exists",
                "attribute_exists(a1, b1) | Incorrect number of operands for operator or function;"
                        + " operator or function: attribute_exists, number of operands: 2",
                "begins_with(player, :one) | Incorrect operand type for operator or function;"
                        + " operator or function: begins_with, operand type: N",
                "attribute_type(player, :ruby) | Invalid attribute type name found; type: ruby,"
                        + " valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}",
                "score BETWEEN :nine AND :five | The BETWEEN operator requires upper bound to be greater than or equal"
                        + " to lower bound; lower bound operand: AttributeValue: {N:9},"
                        + " upper bound operand: AttributeValue: {N:5}",
                "score BETWEEN :five AND :ada | The BETWEEN operator requires same data type for lower and upper"
                        + " bounds; lower bound operand: AttributeValue: {N:5},"
                        + " upper bound operand: AttributeValue: {S:ada}",
                "score = score | The first operand must be distinct from the remaining operands for this operator or"
                        + " function; operator: =, first operand: [score]",
                "score < :true | Incorrect operand type for operator or function;"
                        + " operator or function: <, operand type: BOOL"
            })
    void isRefusedInTheWordsOfAws(String condition, String message) {
        assertThatThrownBy(() -> evaluate(condition))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("Invalid ConditionExpression: " + message);
    }

    @Test
    void anEmptyExpressionIsRefused() {
        assertThatThrownBy(() -> evaluate(" "))
                .hasMessage("Invalid ConditionExpression: The expression can not be empty;");
    }

    @Test
    void namesAndValuesThatNothingUsesAreRefused() {
        var names = new Expressions(new ParsedExpressions(), NAMES, Map.of());
        names.condition(Kind.CONDITION, "attribute_exists(#s)");
        assertThatThrownBy(names::refuseUnused)
                .hasMessage("Value provided in ExpressionAttributeNames unused in expressions: keys: {#d}");

        var values = new Expressions(new ParsedExpressions(), Map.of(), VALUES);
        values.condition(Kind.CONDITION, "score IN (:one, :five, :nine, :a, :ada, :raw, :true, :type)");
        assertThatThrownBy(values::refuseUnused)
                .hasMessage("Value provided in ExpressionAttributeValues unused in expressions: keys: {:ruby, :vip}");
    }

    private static boolean evaluate(String condition) {
        var expressions = new Expressions(new ParsedExpressions(), NAMES, VALUES);
        return Bound.holds(expressions.condition(Kind.CONDITION, condition), ITEM);
    }
}
