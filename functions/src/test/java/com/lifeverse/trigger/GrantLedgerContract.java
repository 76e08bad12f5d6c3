package com.lifeverse.trigger;

import static com.lifeverse.trigger.Given.NOW;
import static com.lifeverse.trigger.Given.win;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.GrantLedger.Grant;
import com.lifeverse.trigger.GrantLedger.Recorded;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every grant ledger keeps. A subclass says which one, empty for each test, and what it has told so far. */
public abstract class GrantLedgerContract {
    private static final Grant COINS =
            new Grant(Given.ANNA, "trigger/first-win-of-the-day", "2026-11-20", 1, "coins", 100);

    protected abstract GrantLedger ledger();

    /** What the ledger's writes have told, in order. */
    protected abstract List<Envelope> told();

    @Test
    void newGrantIsEnteredAndTold() {
        assertThat(enter(COINS)).isEqualTo(new Recorded.Granted(COINS.id()));

        assertThat(told()).hasSize(1);
        var event = told().getFirst();
        assertThat(event.type()).isEqualTo("grant.made.v1");
        assertThat(event.playerId()).isEqualTo(Given.ANNA);
        assertThat(event.payload())
                .containsEntry("grantId", COINS.id())
                .containsEntry("source", "trigger/first-win-of-the-day")
                .containsEntry("occurrence", "2026-11-20")
                .containsEntry("tier", 1)
                .containsEntry("item", "coins")
                .containsEntry("amount", 100);
        assertThat(event.causation()).containsExactly("evt_m1");
    }

    @Test
    void sameGrantAskedForAgainHasTheSameIdAndIsNotToldAgain() {
        enter(COINS);

        assertThat(enter(COINS)).isEqualTo(new Recorded.AlreadyGranted(COINS.id()));
        assertThat(enter(new Grant(Given.ANNA, COINS.source(), COINS.occurrence(), 1, "coins", 999)))
                .isEqualTo(new Recorded.AlreadyGranted(COINS.id()));
        assertThat(told()).hasSize(1);
    }

    @Test
    void everyPartOfTheKeyMakesAnotherGrant() {
        var grants = List.of(
                COINS,
                new Grant(Given.BEN, COINS.source(), COINS.occurrence(), 1, "coins", 100),
                new Grant(Given.ANNA, "trigger/another", COINS.occurrence(), 1, "coins", 100),
                new Grant(Given.ANNA, COINS.source(), "2026-11-21", 1, "coins", 100),
                new Grant(Given.ANNA, COINS.source(), COINS.occurrence(), 2, "coins", 100));

        assertThat(grants.stream().map(this::enter)).hasOnlyElementsOfType(Recorded.Granted.class);
        Set<String> ids = grants.stream().map(Grant::id).collect(Collectors.toSet());
        assertThat(ids).hasSize(5).allMatch(id -> id.matches("gnt_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
        assertThat(told().stream().map(Envelope::id)).doesNotHaveDuplicates().hasSize(5);
    }

    private Recorded enter(Grant grant) {
        return ledger().record(grant, grant.told(win(grant.playerId(), "m1", NOW), NOW));
    }
}
