package com.lifeverse.local.workflow.language;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What jsonata-js 2.0.6 answers to the same expressions, and AWS where it was measured. */
@Tag("rules")
class FaultTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'a' < 1 | T2009: The values "a" and 1 either side of operator "<" must be of the same data type
            [1] < 2 | T2010: The expressions either side of operator "<" must evaluate to numeric or string values
            1+"a" | T2002: The right side of the "+" operator must evaluate to a number
            "a"-1 | T2001: The left side of the "-" operator must evaluate to a number
            ["a"..1] | T2003: The left side of the range operator (..) must evaluate to an integer
            [1..2.5] | T2004: The right side of the range operator (..) must evaluate to an integer
            $join([1,2]) | T0412: Argument 1 of function "join" must be an array of "strings"
            $join(["a"],1) | T0410: Argument 2 of function "join" does not match function signature
            $merge([1]) | T0412: Argument 1 of function "merge" must be an array of "objects"
            $substring("a","b") | T0410: Argument 2 of function "substring" does not match function signature
            $substring("a",1,"c") | T0410: Argument 3 of function "substring" does not match function signature
            $uppercase("a","b") | T0410: Argument 2 of function "uppercase" does not match function signature
            $formatNumber("a","0") | T0410: Argument 2 of function "formatNumber" does not match function signature
            $append(1) | T0410: Argument 2 of function "append" does not match function signature
            $count() | T0410: Argument 1 of function "count" does not match function signature
            $contains("a",1) | T0410: Argument 2 of function "contains" does not match function signature
            $pad("a","b") | T0410: Argument 2 of function "pad" does not match function signature
            ($f:=function($x,$y)<na<s>:n>{$x}; $f(1,[1])) | T0412: Argument 2 of function "f" must be an array of "strings"
            $map([1,2],function($x){$uppercase($x)}) | T0410: Argument 1 of function "uppercase" does not match function signature
            1 ~> $uppercase() | T0410: Argument 1 of function "uppercase" does not match function signature
            true and $uppercase(1) | T0410: Argument 1 of function "and" does not match function signature
            [1,2]{$string($): $uppercase($)} | T0410: Argument 1 of function "uppercase" does not match function signature
            -[1] | D1002: Cannot negate a non-numeric value: [1]
            -{"a":1} | D1002: Cannot negate a non-numeric value: {"a":1}
            {1:2} | T1003: Key in object structure must evaluate to a string; got: 1
            {"a":1,"a":2} | D1009: Multiple key definitions evaluate to same key: "a"
            [{"a":1},{"a":"b"}]^(a) | T2007: Type mismatch when comparing values 1 and "b" in order-by clause
            [{"a":true},{"a":false}]^(a) | T2008: The expressions within an order-by clause must evaluate to numeric or string values
            1 ~> 2 | T2006: The right side of the function application operator ~> must be a function
            uppercase("a") | T1005: Attempted to invoke a non-function. Did you mean $uppercase?
            foo("a") | T1006: Attempted to invoke a non-function
            $foo(?) | T1008: Attempted to partially apply a non-function
            $sqrt(-1) | D3060: The sqrt function cannot be applied to a negative number: -1
            $power(-1,0.5) | D3061: The power function has resulted in a value that cannot be represented as a JSON number: base=-1, exponent=0.5
            $formatBase(100,1.2) | D3100: The radix of the formatBase function must be between 2 and 36.  It was given 1
            $number("") | D3030: Unable to cast value to a number: ""
            $number("0x") | D3030: Unable to cast value to a number: "0x"
            $number("1e1000") | D3030: Unable to cast value to a number: "1e1000"
            $number([1]) | T0410: Argument 1 of function "number" does not match function signature
            $toMillis("x") | D3110: The argument of the toMillis function must be an ISO 8601 formatted timestamp. Given "x"
            $toMillis("2020","[Q]") | D3132: Unknown component specifier "Q" in date/time picture string
            $fromMillis(0,"[YN]") | D3133: The 'name' modifier can only be applied to months and days in the date/time picture string, not "Y"
            $fromMillis(0,"[Y") | D3135: No matching closing bracket ']' in date/time picture string
            $fromMillis(0,"[Z00000]") | D3134: The timezone integer format specifier cannot have more than four digits
            $formatInteger(1,"Α") | D3130: Formatting or parsing an integer as a sequence starting with "Α" is not supported by this implementation
            $formatInteger(1,"#0١") | D3131: In a decimal digit pattern, all digits must be from the same decimal group
            $decodeUrlComponent("%") | D3140: Malformed URL passed to $decodeUrlComponent(): "%"
            $decodeUrl("%E0%A4%A") | D3140: Malformed URL passed to $decodeUrl(): "%E0%A4%A"
            $sort(["a",1]) | D3070: The single argument form of the sort function can only be applied to an array of strings or an array of numbers.  Use the second argument to specify a comparison function
            $sort([{"a":1},{"a":2}]) | D3070: The single argument form of the sort function can only be applied to an array of strings or an array of numbers.  Use the second argument to specify a comparison function
            $sort([true,false]) | D3070: The single argument form of the sort function can only be applied to an array of strings or an array of numbers.  Use the second argument to specify a comparison function
            $single([]) | D3139: The $single() function expected exactly 1 matching result.  Instead it matched 0.
            $single([1,2],function($x){$x>0}) | D3138: The $single() function expected exactly 1 matching result.  Instead it matched more.
            $reduce([1,2],$uppercase) | D3050: The second argument of reduce function must be a function with at least two arguments
            $replace("a","","b") | D3010: Second argument of replace function cannot be an empty string
            $replace("a","a","b",-1) | D3011: Fourth argument of replace function must evaluate to a positive number
            $replace("aaa",/a/,function($m){1}) | D3012: Attempted to replace a matched string with a non-string value
            $replace("aa",/x*/,"b") | D1004: Regular expression matches zero length string
            $split("a","",-1) | D3020: Third argument of split function must evaluate to a positive number
            $match("a",/a/,-1) | D3040: Third argument of match function must evaluate to a positive number
            $match("ab", function($s){ 1 }) | T1010: The matcher function argument passed to function "match" does not return the correct object structure
            $error("boom") | D3137: boom
            $error() | D3137: $error() function evaluated
            $assert(false) | D3141: $assert() statement failed
            $assert(false,"no") | D3141: no
            [1..10000001] | D2014: The size of the sequence allocated by the range operator (..) must not exceed 1e6.  Attempted to allocate 10000001.
            $formatNumber(1,"#;#;#") | D3080: The picture string must only contain a maximum of two sub-pictures
            $formatNumber(1,"0.0.0") | D3081: The sub-picture must not contain more than one instance of the 'decimal-separator' character
            $formatNumber(1,"0%%") | D3082: The sub-picture must not contain more than one instance of the 'percent' character
            $formatNumber(1,"0‰‰") | D3083: The sub-picture must not contain more than one instance of the 'per-mille' character
            $formatNumber(1,"0%‰") | D3084: The sub-picture must not contain both a 'percent' and a 'per-mille' character
            $formatNumber(1,".e0") | D3085: The mantissa part of a sub-picture must contain at least one character that is either an 'optional digit character' or a member of the 'decimal digit family'
            $formatNumber(1,"0x0") | D3086: The sub-picture must not contain a passive character that is preceded by an active character and that is followed by another active character
            $formatNumber(1,"0,.0") | D3087: The sub-picture must not contain a 'grouping-separator' character that appears adjacent to a 'decimal-separator' character
            $formatNumber(1,"0,") | D3088: The sub-picture must not contain a 'grouping-separator' at the end of the integer part
            $formatNumber(1,"0,,0") | D3089: The sub-picture must not contain two adjacent instances of the 'grouping-separator' character
            $formatNumber(1,"0#.0") | D3090: The integer part of the sub-picture must not contain a member of the 'decimal digit family' that is followed by an instance of the 'optional digit character'
            $formatNumber(1,"0.#0") | D3091: The fractional part of the sub-picture must not contain an instance of the 'optional digit character' that is followed by a member of the 'decimal digit family'
            $formatNumber(1,"0e0%") | D3092: A sub-picture that contains a 'percent' or 'per-mille' character must not contain a character treated as an 'exponent-separator'
            $formatNumber(1,"0e#") | D3093: The exponent part of the sub-picture must comprise only of one or more characters that are members of the 'decimal digit family'
            """)
    void errorIsSaidAsTheReferenceSaysIt(String expression, String said) {
        fails(expression, "threw an error during evaluation. " + said);
    }

    @Test
    void partOfAnObjectThatTheTransformationCannotBeIsNamed() {
        fails(
                "{\"a\":1} ~> |$|1|",
                "threw an error during evaluation. T2011: The insert/update clause of the transform expression must evaluate to"
                        + " an object: 1");
    }

    @Test
    void pictureWithoutAnyDigitBreaksTheLastRuleThatItBreaks() {
        fails(
                "$formatNumber(1, \"x\")",
                "threw an error during evaluation. D3086: The sub-picture must not contain a passive character that is preceded"
                        + " by an active character and that is followed by another active character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1..900000] ~> $count()", "$sum([1..900000])", "$sum([1..873783])"})
    void whatHoldsTooMuchIsCut(String expression) {
        fails(
                expression,
                "threw an error during evaluation: Expression evaluation memory limit exceeded: Check for excessive memory usage");
    }

    @Test
    void whatIsNestedDeeperThanAHundredIsCut() {
        var sum = IntStream.range(0, 200).mapToObj(_ -> "1").collect(Collectors.joining("+"));
        fails(
                sum,
                "threw an error during evaluation: Stack overflow error: Check for non-terminating recursive function. Consider"
                        + " rewriting as tail-recursive.");
    }

    @Test
    void whatTheLibraryFailsAtWithoutACodeIsNotToldInItsWords() {
        fails(
                "$base64decode(\"!!!\")",
                "threw an internal error during evaluation. bb20b45f-d4d9-4138-bd93-cb799b3970be");
    }

    private static void fails(String expression, String said) {
        var scope = new Scope(Map.of(), List.of(), Instant.EPOCH, Chance.longestDelays(new Random(0)));
        assertThatExceptionOfType(EvaluationFailure.class)
                .isThrownBy(() -> new Evaluator(new Expressions(), scope)
                        .value(TextNode.valueOf("{% " + expression + " %}"), "Output"))
                .withMessage("The JSONata expression '%s' specified for the field 'Output' %s", expression, said);
    }
}
