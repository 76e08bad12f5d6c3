package com.lifeverse.liveops.desk;

import com.lifeverse.liveops.lint.CatalogueLint;
import com.lifeverse.liveops.lint.Finding;
import com.lifeverse.liveops.lint.PublicationLint;
import com.lifeverse.liveops.lint.Tenure;
import com.lifeverse.liveops.ramp.RampRules;
import com.lifeverse.liveops.ramp.RampState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a revision would come to players at this moment, and what should be known of that before: whoever plans it and whoever publishes it
 * are told the same.
 *
 * @param had what players have of the event
 * @param stepped where its ramp stands
 */
public record Publication(
        Published wanted, Optional<Published> had, Optional<RampState> stepped, List<Finding> findings) {
    public Publication {
        findings = List.copyOf(findings);
    }

    /**
     * That of {@code revision}. Its ramp stays as somebody has left it, until the occurrence is over.
     *
     * @param past what players had of it, the last first
     * @param catalogue what players have
     */
    public static Publication of(
            Definition known, Revision revision, List<Tenure> past, Catalogue catalogue, Terms terms, Instant now) {
        var had = catalogue.find(known.id());
        var stepped = had.map(Published::ramp).orElseGet(known::ramp);
        var last = past.stream().findFirst().flatMap(tenure -> tenure.event().ramp());
        var ramp = RampRules.carried(last, revision.event(), now, stepped);
        var wanted = new Published(revision, now, known.killedIn(), ramp);
        var findings = new ArrayList<>(CatalogueLint.findings(revision.event(), catalogue.events(), now));
        findings.addAll(PublicationLint.findings(
                had.map(live -> live.revision().event()), past, revision.event(), ramp, terms.grace(), now));
        findings.addAll(terms.room().findings(catalogue, wanted, now));
        return new Publication(wanted, had, stepped, findings);
    }

    /** What stands against it. */
    public List<Finding> errors() {
        return findings.stream().filter(Finding::isError).toList();
    }
}
