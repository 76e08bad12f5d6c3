package com.lifeverse.local.contract;

import com.lifeverse.liveops.flip.FlipLedger;
import com.lifeverse.liveops.flip.FlipLedgerContract;
import com.lifeverse.liveops.flip.aws.DynamoFlipLedger;
import org.junit.jupiter.api.Tag;

@Tag("adapters")
final class DynamoFlipLedgerTest extends FlipLedgerContract {
    @Override
    protected FlipLedger ledger() {
        return new DynamoFlipLedger(Engine.empty().client(), "live-events");
    }
}
