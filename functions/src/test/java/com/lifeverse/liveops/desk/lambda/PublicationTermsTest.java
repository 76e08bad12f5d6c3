package com.lifeverse.liveops.desk.lambda;

import static com.lifeverse.liveops.support.Drafts.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.lifeverse.liveops.desk.Catalogue;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.lint.Finding;
import com.lifeverse.liveops.support.Drafts;
import com.lifeverse.platform.lambda.Settings;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class PublicationTermsTest {
    @Test
    void anItemThatIsNoneAnyMoreSinceTheRevisionWasSavedStandsAgainstIt() {
        assertThat(findings("lantern")).isEmpty();
        assertThat(findings("lamp"))
                .extracting(Finding::code, Finding::pointer)
                .containsExactly(tuple("unknown-item", "/rewards/0/grant/item"));
    }

    private static List<Finding> findings(String item) {
        var more = """
            progress: { trigger: festival-objective }
            rewards:
              - { tier: 1, at: 3, grant: { item: %s, amount: 1 } }
            """.formatted(item);
        var revision = Drafts.of("feast", "2027-03-01T18:00", "xp.multiplier", "ann", more);
        var room = PublicationTerms.of(Settings.require(Map.of())).room();
        return room.findings(new Catalogue(0, List.of()), new Published(revision, NOW, new TreeSet<>()), NOW);
    }
}
