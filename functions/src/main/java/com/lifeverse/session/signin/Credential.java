package com.lifeverse.session.signin;

import java.util.Optional;
import java.util.UUID;

/** How somebody says who they are. */
public sealed interface Credential permits DeviceCredential, ProviderIdentity {
    /** The name under which the identity is kept; it shows neither a device nor an account. */
    String key();

    /** What a person may see of it: {@code device}, or the provider's name. */
    String kind();

    /** What tells this credential from another one when a request comes again. */
    String fingerprint();

    /** What is kept to recognise it; empty if its provider has vouched for it. */
    Optional<SecretHash> secret(UUID salt);

    /** True if it is good for that identity. */
    boolean opens(Identity identity);
}
