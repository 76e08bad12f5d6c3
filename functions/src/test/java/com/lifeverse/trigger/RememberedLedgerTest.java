package com.lifeverse.trigger;

import com.lifeverse.platform.Envelope;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("rules")
class RememberedLedgerTest extends GrantLedgerContract {
    private final RememberedLedger ledger = new RememberedLedger();

    @Override
    protected GrantLedger ledger() {
        return ledger;
    }

    @Override
    protected List<Envelope> told() {
        return ledger.told();
    }
}
