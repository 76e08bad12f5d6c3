package com.lifeverse.session.signin;

/**
 * One way of a player to say who they are.
 *
 * @param key names the credential, see {@link DeviceCredential#key()}
 */
public record Identity(String key, String playerId, SecretHash secret) {}
