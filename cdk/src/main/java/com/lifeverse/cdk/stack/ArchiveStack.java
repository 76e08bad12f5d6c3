package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.Bus;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.EventArchive;
import com.lifeverse.cdk.contract.EventCatalogue;
import software.constructs.Construct;

/** The archive of events, which is looked through and told again from; apart from the bus, so that either can change alone. */
public final class ArchiveStack extends StageStack {
    private final EventArchive archive;

    public ArchiveStack(Construct app, Deployment deployment, Bus bus, EventCatalogue events) {
        super(app, deployment, "archive", "The archive of events");
        this.archive = new EventArchive(this, deployment, bus, events.patternOfKept(EventArchive.DAYS));
        output("ArchiveBucketName", "The archive of events", archive.bucket().getBucketName());
    }

    public EventArchive archive() {
        return archive;
    }
}
