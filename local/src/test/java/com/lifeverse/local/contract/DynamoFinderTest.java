package com.lifeverse.local.contract;

import com.lifeverse.session.group.aws.DynamoFinder;
import com.lifeverse.session.group.find.Finder;
import com.lifeverse.session.group.find.FinderContract;
import org.junit.jupiter.api.Tag;

@Tag("adapters")
final class DynamoFinderTest extends FinderContract {
    @Override
    protected Finder finder() {
        return new DynamoFinder(Engine.empty().client(), "listings");
    }
}
