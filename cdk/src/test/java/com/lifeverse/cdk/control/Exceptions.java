package com.lifeverse.cdk.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.cdk.contract.Documents;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** What controls ask and we do not do, with reasons: a file that security people can read. */
final class Exceptions {
    private static final int SHORTEST_REASON = 20;

    private record Exemption(String control, Pattern where, String reason) {
        boolean covers(Finding finding) {
            return control.equals(finding.control())
                    && where.matcher(finding.where()).find();
        }
    }

    private final List<Exemption> exemptions;

    private Exceptions(List<Exemption> exemptions) {
        this.exemptions = exemptions;
    }

    /** Those of the pack whose controls begin like that. */
    static Exceptions of(Path file, String prefix) {
        var read = new ArrayList<Exemption>();
        for (var entry : Documents.yaml(file)) {
            var control = entry.path("control").asText();
            if (control.startsWith(prefix)) {
                read.add(new Exemption(
                        control,
                        Pattern.compile(entry.path("where").asText("")),
                        entry.path("reason").asText()));
            }
        }
        return new Exceptions(read);
    }

    /** Every finding is an exception with a reason, and no exception is left that nothing needs. */
    void explain(Collection<Finding> findings) {
        assertThat(findings.stream()
                        .filter(finding -> exemptions.stream().noneMatch(each -> each.covers(finding)))
                        .sorted())
                .as("findings without a reason")
                .isEmpty();
        assertThat(exemptions).allSatisfy(each -> {
            assertThat(each.reason()).as(each.control()).hasSizeGreaterThan(SHORTEST_REASON);
            assertThat(findings).as("nothing needs the exception for %s", each).anyMatch(each::covers);
        });
    }
}
