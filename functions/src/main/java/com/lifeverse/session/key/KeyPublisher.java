package com.lifeverse.session.key;

/** Publishes the public halves of all keys of a ring where gateways look for them. Publishing again changes nothing. */
@FunctionalInterface
public interface KeyPublisher {
    void publish(KeyRing ring);
}
