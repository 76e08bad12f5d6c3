package com.lifeverse.trigger;

import com.lifeverse.platform.Envelope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A ledger in memory, for tests. */
public final class RememberedLedger implements GrantLedger {
    private final Set<String> ids = new HashSet<>();
    private final List<Envelope> told = new ArrayList<>();

    @Override
    public synchronized Recorded record(Grant grant, List<Envelope> news) {
        if (!ids.add(grant.id())) {
            return new Recorded.AlreadyGranted(grant.id());
        }
        told.addAll(news);
        return new Recorded.Granted(grant.id());
    }

    /** Everything that the outbox would have told, in order. */
    public synchronized List<Envelope> told() {
        return List.copyOf(told);
    }
}
