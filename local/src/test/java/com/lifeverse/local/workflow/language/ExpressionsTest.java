package com.lifeverse.local.workflow.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("rules")
class ExpressionsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T18:42:09.5Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $states.input.five + 1                      | 6
            $states.input.absent = 'x'                  | false
            $states.input.nothing                       | null
            $states.input.list                          | [{"k":1}]
            $states.input.list.k                        | 1
            $type($states.input.list)                   | "array"
            {'kept': $states.input.nothing, 'gone': $x} | {"kept":null}
            $known & '!'                                | "here!"
            $unset                                      | null
            1 / 4                                       | 0.25
            1.5 + 1.5                                   | 3
            $partition([0, 1, 2], 2)                    | [[0,1],[2]]
            $partition($states.input.list, 5)           | [[{"k":1}]]
            $range(0, 10, 5)                            | [0,5,10]
            $range(1, 9, 9)                             | 1
            $parse('{"a":[1,null]}')                    | {"a":[1,null]}
            $parse('-0')                                | 0
            $hash('abc', 'SHA-1')                       | "a9993e364706816aba3e25717850c26c9cd0d89d"
            $substring($hash('abc'), 0, 8)              | "ba7816bf"
            $random(7) = $random(7)                     | true
            $length($uuid())                            | 36
            $now()                                      | "2026-11-20T18:42:09.500Z"
            $millis()                                   | 1795200129500
            $parse('[1,null]')[1]                       | null
            $count($parse('[1,null]'))                  | 2
            $parse('[1,null]') = [1,null]               | true
            $string($parse('[1,null]'))                 | "[1,null]"
            $type($parse('[null]')[0])                  | "null"
            $parse('[{"a":[1,null]}]').a[1]            | null
            1 / 0                                       | "Infinity"
            [[], 'x']                                   | [[],"x"]
            [$states.input.none, 'x']                   | ["x"]
            """)
    void expressionIsEvaluatedAsStepFunctionsDoesIt(String expression, String expected) {
        assertThat(evaluate("{% " + expression + " %}")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $absent             | returned nothing (undefined).
            $states.input.gone  | returned nothing (undefined).
            function($x) { $x } | returned an unsupported result type.
            $eval('1')          | threw an error during evaluation. T1006: Attempted to invoke a non-function
            $randomSeeded(1)    | threw an error during evaluation. T1006: Attempted to invoke a non-function
            """)
    void failureIsWordedAsAwsWordsIt(String expression, String what) {
        assertThatExceptionOfType(EvaluationFailure.class)
                .isThrownBy(() -> evaluate("{% " + expression + " %}"))
                .withMessage("The JSONata expression '%s' specified for the field 'Output' %s", expression, what);
    }

    /** The sentences of jsonata-js 2.0.6, which AWS answers; the library leaves places in many of them empty. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $sum('a')             | T0412: Argument 1 of function "sum" must be an array of "numbers"
            1 + $sum([1,'a'])     | T0412: Argument 1 of function "sum" must be an array of "numbers"
            $join([1,2])          | T0412: Argument 1 of function "join" must be an array of "strings"
            $uppercase(1)         | T0410: Argument 1 of function "uppercase" does not match function signature
            $hash(1,'MD5')        | T0410: Argument 1 of function "hash" does not match function signature
            'a' < 1               | T2009: The values "a" and 1 either side of operator "<" must be of the same data type
            1 + 'a'               | T2002: The right side of the "+" operator must evaluate to a number
            -'a'                  | D1002: Cannot negate a non-numeric value: "a"
            $sqrt(-1)             | D3060: The sqrt function cannot be applied to a negative number: -1
            $power(2,1024)        | D3061: The power function has resulted in a value that cannot be represented as a JSON number: base=2, exponent=1024
            $single([1,2])        | D3138: The $single() function expected exactly 1 matching result.  Instead it matched more.
            $number('abc')        | D3030: Unable to cast value to a number: "abc"
            $toMillis('x')        | D3110: The argument of the toMillis function must be an ISO 8601 formatted timestamp. Given "x"
            $sort([1,'a'])        | D3070: The single argument form of the sort function can only be applied to an array of strings or an array of numbers.  Use the second argument to specify a comparison function
            $formatBase(1,40)     | D3100: The radix of the formatBase function must be between 2 and 36.  It was given 40
            $reduce([1,2], function($a){1}) | D3050: The second argument of reduce function must be a function with at least two arguments
            $formatInteger(1,'Q') | D3130: Formatting or parsing an integer as a sequence starting with "Q" is not supported by this implementation
            $fromMillis(1,'[Q]')  | D3132: Unknown component specifier "Q" in date/time picture string
            $replace('a','','b')  | D3010: Second argument of replace function cannot be an empty string
            uppercase('a')        | T1005: Attempted to invoke a non-function. Did you mean $uppercase?
            {1:2}                 | T1003: Key in object structure must evaluate to a string; got: 1
            [1..10000001]         | D2014: The size of the sequence allocated by the range operator (..) must not exceed 1e6.  Attempted to allocate 10000001.
            $error('boo')         | D3137: boo
            """)
    void whatJsonataSaysIsSaidInTheWordsOfItsReference(String expression, String what) {
        assertThatExceptionOfType(EvaluationFailure.class)
                .isThrownBy(() -> evaluate("{% " + expression + " %}"))
                .withMessageEndingWith("threw an error during evaluation. " + what);
    }

    @Test
    void endlessRecursionIsAFailureOfTheExpressionAlone() {
        assertThatExceptionOfType(EvaluationFailure.class)
                .isThrownBy(() -> evaluate("{% ($f := function($n) { 1 + $f($n) }; $f(1)) %}"))
                .withMessageEndingWith(
                        "threw an error during evaluation: Stack overflow error: Check for non-terminating recursive function."
                                + " Consider rewriting as tail-recursive.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$match($pad('', 40, 'a') & 'b', /^(a|aa)+\\1$/)",
                "$replace($pad('', 40, 'a') & 'b', /^(a|aa)+\\1$/, '')",
                "$contains($pad('', 40, 'a') & 'b', /^(a|aa)+\\1$/)",
                "$split($pad('', 40, 'a') & 'b', /^(a|aa)+\\1$/)",
                "($pad('', 40, 'a') & 'b') ~> /^(a|aa)+\\1$/",
                "($f := /^(a|aa)+\\1$/; $f($pad('', 40, 'a') & 'b'))",
                "$filter([$pad('', 40, 'a') & 'b', 'x'], /^(a|aa)+\\1$/)",
                "$pad('', 1000000000)",
                "($f := function($n) { $f($n + 1) }; $f(1))",
                "$map([1..2000], function($v) { $sum([1..2000].($ * $v)) })",
            })
    @Timeout(10)
    void runawayExpressionIsCut(String expression) {
        assertThatExceptionOfType(EvaluationFailure.class)
                .isThrownBy(() -> evaluate("{% " + expression + " %}"))
                .withMessageContaining("threw an error during evaluation: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $match('ab1ab2', /ab(\\d)/).match  | ["ab1","ab2"]
            $replace('abc', /b/, '[$0]')         | "a[b]c"
            $replace('abc', /b/, function($m) { $uppercase($m.match) }) | "aBc"
            $replace('abc', 'b', 'x')            | "axc"
            $contains('abc', /^a/)               | true
            $split('a1b2c', /\\d/)             | ["a","b","c"]
            ('ab12' ~> /b(\\d)/).match          | "b1"
            ('ab12' ~> /b(\\d)/).start          | 1
            ('ab12' ~> /b(\\d)/).groups         | ["1"]
            ($m := 'ab1ab2' ~> /ab(\\d)/; $n := $m.next; $n().match) | "ab2"
            $exists('ab12' ~> /z/)               | false
            $filter(['a1', 'b', 'c2'], /\\d/)   | ["a1","c2"]
            ($f := /b/; $replace('abc', $f, 'x')) | "axc"
            $pad('foo', 5)                       | "foo  "
            $pad('foo', -5, '#')                 | "##foo"
            $pad('foo', 8, '-+')                 | "foo-+-+-"
            $pad('foo', 2)                       | "foo"
            ('x').$pad(3, 'y')                   | "xyy"
            """)
    void boundedFunctionsAnswerAsThoseOfJsonata(String expression, String expected) {
        assertThat(evaluate("{% " + expression + " %}")).isEqualTo(expected);
    }

    @Test
    void blanksOutsideTheBracesMakeALiteral() {
        assertThat(evaluate(" {% $absent %} ")).isEqualTo("\" {% $absent %} \"");
    }

    @Test
    void fieldInsideATemplateIsNamedByItsPath() {
        var template = Json.read("{\"a\":[1,{\"b\":\"{% $absent %}\"}]}");
        assertThatExceptionOfType(EvaluationFailure.class)
                .isThrownBy(() -> evaluator().value(template, "Arguments"))
                .withMessageContaining("field 'Arguments/a[1]/b'");
    }

    @Test
    void wrongTypeIsNamedWithItsValue() {
        assertThatExceptionOfType(EvaluationFailure.class)
                .isThrownBy(() -> evaluator().truth(Json.node("{% 1 %}"), "Condition"))
                .withMessage("The JSONata expression '1' specified for the field 'Condition' returned an unexpected"
                        + " result type. Expected 'boolean', but was 'number' for value: 1");
    }

    private static String evaluate(String text) {
        return Json.text(evaluator().value(Json.node(text), "Output"));
    }

    private static Evaluator evaluator() {
        var input = Json.read("{\"five\":5,\"nothing\":null,\"list\":[{\"k\":1}],\"none\":[]}");
        var states = Map.<String, Supplier<JsonNode>>of("input", () -> input, "context", Json::object);
        var variables = (ObjectNode) Json.read("{\"known\":\"here\",\"unset\":null}");
        return new Evaluator(
                new Expressions(), new Scope(states, List.of(variables), NOW, Chance.longestDelays(new Random(1))));
    }
}
