package com.lifeverse.local.workflow.cases;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of one case.
 *
 * @param machine the machine's folder name
 * @param name the case's own name
 * @param differences empty if the case holds
 */
public record CaseReport(Path file, String machine, String name, Trace trace, List<Difference> differences) {
    public CaseReport {
        differences = List.copyOf(differences);
    }

    public boolean passed() {
        return differences.isEmpty();
    }
}
