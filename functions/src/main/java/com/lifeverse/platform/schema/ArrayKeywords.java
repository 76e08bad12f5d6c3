package com.lifeverse.platform.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Violation;

/** Keywords for arrays. */
final class ArrayKeywords {
    private ArrayKeywords() {}

    static Rule items(JsonNode value, String pointer) {
        var element = Schema.compile(value, pointer);
        return (array, at, found) -> {
            if (array.isArray()) {
                for (int index = 0; index < array.size(); index++) {
                    element.check(array.get(index), at + "/" + index, found);
                }
            }
        };
    }

    static Rule atLeast(int least) {
        return (array, at, found) -> {
            if (array.isArray() && array.size() < least) {
                found.add(new Violation(at, "must have at least " + least + " elements"));
            }
        };
    }

    static Rule atMost(int most) {
        return (array, at, found) -> {
            if (array.isArray() && array.size() > most) {
                found.add(new Violation(at, "must have at most " + most + " elements"));
            }
        };
    }
}
