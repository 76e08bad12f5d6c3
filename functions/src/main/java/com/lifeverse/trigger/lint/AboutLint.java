package com.lifeverse.trigger.lint;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.spec.About;
import java.util.ArrayList;
import java.util.List;

/** Whether what people need to know of something leads them anywhere. */
final class AboutLint {
    private AboutLint() {}

    static List<Violation> findings(About about, Surroundings surroundings) {
        var findings = new ArrayList<Violation>();
        for (int at = 0; at < about.labels().size(); at++) {
            if (!surroundings.labels().contains(about.labels().get(at))) {
                findings.add(new Violation("/labels/" + at, "is not in events/taxonomy.yaml"));
            }
        }
        if (!surroundings.teams().contains(about.owner())) {
            findings.add(new Violation("/owner", "is none of the teams in events/taxonomy.yaml"));
        }
        if (!surroundings.runbooks().test(about.runbook())) {
            findings.add(new Violation("/runbook", "is not there: nobody could look it up below docs/"));
        }
        return findings;
    }
}
