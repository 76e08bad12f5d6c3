package com.lifeverse.local.contract;

import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.GrantLedger;
import com.lifeverse.trigger.GrantLedgerContract;
import com.lifeverse.trigger.aws.DynamoGrantLedger;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("adapters")
final class DynamoGrantLedgerTest extends GrantLedgerContract {
    private final Engine engine = Engine.empty();
    private final GrantLedger ledger = new DynamoGrantLedger(engine.client(), "triggers");

    @Override
    protected GrantLedger ledger() {
        return ledger;
    }

    @Override
    protected List<Envelope> told() {
        return engine.told("triggers");
    }
}
