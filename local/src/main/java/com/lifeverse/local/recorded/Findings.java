package com.lifeverse.local.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the differences of one kind, case by case. */
final class Findings {
    private final String kind;
    private final List<List<Difference>> cases = new ArrayList<>();

    Findings(String kind) {
        this.kind = kind;
    }

    /** A case is played, and holds unless something is found. */
    Of of(String caseName) {
        var found = new ArrayList<Difference>();
        cases.add(found);
        return new Of(caseName, found);
    }

    KindReport report() {
        int passed = (int) cases.stream().filter(List::isEmpty).count();
        return new KindReport(
                kind, passed, cases.size(), cases.stream().flatMap(List::stream).toList());
    }

    /** The differences of one case. */
    final class Of {
        private final String caseName;
        private final List<Difference> found;

        private Of(String caseName, List<Difference> found) {
            this.caseName = caseName;
            this.found = found;
        }

        void add(String pointer, String expected, String actual) {
            found.add(new Difference(kind, caseName, pointer, expected, actual));
        }

        void add(String pointer, @Nullable JsonNode expected, @Nullable JsonNode actual) {
            add(pointer, said(expected), said(actual));
        }

        private static String said(@Nullable JsonNode value) {
            return value == null || value.isMissingNode() ? "absent" : Json.text(value);
        }
    }
}
