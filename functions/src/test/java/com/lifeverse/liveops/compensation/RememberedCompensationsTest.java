package com.lifeverse.liveops.compensation;

import org.junit.jupiter.api.Tag;

@Tag("rules")
final class RememberedCompensationsTest extends CompensationsContract {
    private final RememberedCompensations ledger = new RememberedCompensations();

    @Override
    protected Compensations ledger() {
        return ledger;
    }

    @Override
    protected boolean told(String id) {
        return ledger.told(id);
    }
}
