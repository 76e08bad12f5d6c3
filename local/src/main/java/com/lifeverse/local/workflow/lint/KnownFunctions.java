package com.lifeverse.local.workflow.lint;

import java.util.Set;

/**
 * The functions that an expression can call.
 *
 * @see <a href="https://docs.jsonata.org/string-functions">JSONata 2.0.6</a>
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">Step Functions</a>
 */
final class KnownFunctions {
    private static final Set<String> ALL = Set.of(
            "string",
            "length",
            "substring",
            "substringBefore",
            "substringAfter",
            "uppercase",
            "lowercase",
            "trim",
            "pad",
            "contains",
            "split",
            "join",
            "match",
            "replace",
            "base64encode",
            "base64decode",
            "encodeUrlComponent",
            "encodeUrl",
            "decodeUrlComponent",
            "decodeUrl",
            "number",
            "abs",
            "floor",
            "ceil",
            "round",
            "power",
            "sqrt",
            "random",
            "formatNumber",
            "formatBase",
            "formatInteger",
            "parseInteger",
            "sum",
            "max",
            "min",
            "average",
            "boolean",
            "not",
            "exists",
            "count",
            "append",
            "sort",
            "reverse",
            "shuffle",
            "distinct",
            "zip",
            "keys",
            "lookup",
            "spread",
            "merge",
            "sift",
            "each",
            "error",
            "assert",
            "type",
            "now",
            "millis",
            "fromMillis",
            "toMillis",
            "map",
            "filter",
            "single",
            "reduce",
            "partition",
            "range",
            "hash",
            "uuid",
            "parse");

    private KnownFunctions() {}

    static boolean has(String name) {
        return ALL.contains(name);
    }
}
