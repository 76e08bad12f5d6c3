package com.lifeverse.liveops.flip;

import org.junit.jupiter.api.Tag;

@Tag("contracts")
final class RememberedFlipsTest extends FlipLedgerContract {
    @Override
    protected FlipLedger ledger() {
        return new RememberedFlips();
    }
}
