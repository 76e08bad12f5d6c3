package com.lifeverse.trigger.aws;

import static com.lifeverse.trigger.Given.NOW;
import static com.lifeverse.trigger.Given.win;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.GrantLedger;
import com.lifeverse.trigger.GrantLedgerContract;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Tag("adapters")
class DynamoGrantLedgerTest extends GrantLedgerContract {
    private final OneTable table = new OneTable();
    private final GrantLedger ledger = new DynamoGrantLedger(table, "triggers");

    @Override
    protected GrantLedger ledger() {
        return ledger;
    }

    @Override
    protected List<Envelope> told() {
        return table.told();
    }

    @Test
    void lostAnswerStillLeadsToTheRightGrantAndOneEvent() {
        var grant = new GrantLedger.Grant(Given.ANNA, "trigger/first-win-of-the-day", "2026-11-20", 1, "coins", 100);
        table.loseNextAnswer();
        var recorded = ledger.record(grant, grant.told(win("m1", NOW), NOW));

        assertThat(recorded.grantId()).isEqualTo(grant.id());
        assertThat(table.told()).hasSize(1);
    }

    @Test
    void entryLiesUnderItsKeyAndNeverExpires() {
        var grant = new GrantLedger.Grant(Given.ANNA, "trigger/first-win-of-the-day", "2026-11-20", 1, "coins", 100);
        ledger.record(grant, grant.told(win("m1", NOW), NOW));
        var item = table.items().getFirst();

        assertThat(item).containsEntry("sk", AttributeValue.fromS("grant#trigger/first-win-of-the-day#2026-11-20#1"));
        assertThat(item).doesNotContainKey("ttl");
    }
}
