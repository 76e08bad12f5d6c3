package com.lifeverse.session.group.find;

import com.lifeverse.session.group.support.InMemoryFinder;
import org.junit.jupiter.api.Tag;

@Tag("rules")
final class InMemoryFinderTest extends FinderContract {
    @Override
    protected Finder finder() {
        return new InMemoryFinder();
    }
}
