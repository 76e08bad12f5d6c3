package com.lifeverse.session.rights;

import static com.lifeverse.session.support.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.live.Ban;
import com.lifeverse.session.rights.DataRequest.Kind;
import com.lifeverse.session.rights.DataRequest.Progress;
import com.lifeverse.session.rights.DataRequest.Progress.Erased;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class ReceiptTest {
    private static final RightsPolicy POLICY = Standard.of(RightsPolicy.class);
    private static final DataRequest ASKED =
            new DataRequest("drq_1", Kind.ERASURE, DataRequest.ownerOf("ply_a"), "player", NOW, new Progress.Asked());

    @Test
    void aReceiptSaysWhatWasReachedWhatStaysAndWhatGoesWhen() {
        var found = List.of(new Found(1, "players", "inbox-message", 3));
        var receipt = receipt(new Erased(NOW, found, Optional.of(NOW.plusSeconds(60)), true));

        assertThat(receipt.reached()).isEqualTo(found);
        assertThat(receipt.kept()).extracting(Receipt.Kept::until).contains(NOW.plusSeconds(60));
        assertThat(receipt.fading())
                .isNotEmpty()
                .allSatisfy(fading -> assertThat(fading.until()).isAfter(NOW));
        assertThat(receipt.fading())
                .filteredOn(fading -> fading.where().equals("function logs"))
                .extracting(Receipt.Fading::until)
                .containsExactly(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void aReceiptWithoutABanKeepsNothingButItself() {
        var receipt = receipt(new Erased(NOW, List.of(), Optional.empty(), true));
        assertThat(receipt.kept())
                .singleElement()
                .satisfies(kept -> assertThat(kept.what()).startsWith("this receipt"));
    }

    @Test
    void untilTheLastPassTheRequestItselfIsAmongWhatStillNamesThePlayer() {
        var open = receipt(new Erased(NOW, List.of(), Optional.empty(), false));
        assertThat(open.fading()).extracting(Receipt.Fading::where).contains("the requests' own table");
    }

    @Test
    void aBanIsKeptAsLongAsItHoldsAndTwoYearsAtMost() {
        var brief = new Ban("cheating", NOW, Optional.of(NOW.plus(Duration.ofDays(3))));
        var endless = new Ban("cheating", NOW, Optional.empty());
        var over = new Ban("cheating", NOW, Optional.of(NOW));

        assertThat(POLICY.carried(Optional.of(brief), NOW)).contains(brief);
        assertThat(POLICY.carried(Optional.of(endless), NOW).flatMap(Ban::until))
                .contains(NOW.plus(Duration.ofDays(730)));
        assertThat(POLICY.carried(Optional.of(over), NOW)).isEmpty();
    }

    @Test
    void aRequestStandsForTheSameQuestionUntilItsAnswerIsGone() {
        var export = new DataRequest("drq_2", Kind.EXPORT, "owner", "player", NOW, new Progress.Asked());
        var ready = export.at(new Progress.Exported(NOW, List.of("player-1")));

        assertThat(export.stands(POLICY, NOW.plus(Duration.ofDays(30)))).isTrue();
        assertThat(ready.stands(POLICY, NOW.plus(Duration.ofHours(23)))).isTrue();
        assertThat(ready.stands(POLICY, NOW.plus(Duration.ofHours(24)))).isFalse();
        assertThat(ASKED.owner()).doesNotContain("ply_a");
    }

    private static Receipt receipt(Erased erased) {
        return Receipt.of(ASKED.at(erased), erased, POLICY, Standard.of(SessionPolicy.class), Duration.ofDays(7));
    }
}
