package com.lifeverse.session.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.session.key.KeyVault;
import com.lifeverse.session.key.KeyVaultContract;
import com.lifeverse.session.support.InMemorySecrets;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
final class SecretKeyVaultTest extends KeyVaultContract {
    @Override
    protected KeyVault vault() {
        return new SecretKeyVault(new InMemorySecrets(), "arn:aws:secretsmanager:us-east-1:111111111111:secret:keys");
    }

    @Test
    void anObjectWithoutKeysIsAVaultWithoutRing() {
        var secrets = new InMemorySecrets();
        secrets.putSecretValue(
                request -> request.clientRequestToken("made-by-the-template").secretString("{}"));

        var stored = new SecretKeyVault(secrets, "keys").read().orElseThrow();

        assertThat(stored).isEqualTo(new KeyVault.Stored(Optional.empty(), "made-by-the-template"));
    }

    @Test
    void anythingElseIsAFaultThatIsNotQuoted() {
        var secrets = new InMemorySecrets();
        secrets.putSecretValue(request -> request.clientRequestToken("by-hand").secretString("not json, secret"));

        assertThatThrownBy(() -> new SecretKeyVault(secrets, "keys").read())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("secret,")
                .hasMessageNotContaining("not json")
                .hasNoCause();
    }
}
