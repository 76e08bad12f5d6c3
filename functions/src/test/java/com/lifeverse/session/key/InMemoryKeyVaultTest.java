package com.lifeverse.session.key;

import org.junit.jupiter.api.Tag;

@Tag("rules")
final class InMemoryKeyVaultTest extends KeyVaultContract {
    @Override
    protected KeyVault vault() {
        return new InMemoryKeyVault();
    }
}
