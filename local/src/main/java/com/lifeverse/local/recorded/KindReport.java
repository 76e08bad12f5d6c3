package com.lifeverse.local.recorded;

import java.util.List;

/** What came of all cases of one kind; a kind that is not there has none. */
public record KindReport(String kind, int passed, int total, List<Difference> differences) {
    public KindReport {
        differences = List.copyOf(differences);
    }
}
