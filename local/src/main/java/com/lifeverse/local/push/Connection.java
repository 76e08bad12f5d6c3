package com.lifeverse.local.push;

import com.lifeverse.local.http.api.Stage;
import com.lifeverse.local.http.message.Request;
import java.time.Instant;

/** An open connection. */
public final class Connection {
    private final String id;
    private final PushApi api;
    private final Stage stage;
    private final Request handshake;
    private final Instant since;
    private final Peer peer;
    private volatile Instant lastActive;

    Connection(String id, PushApi api, Stage stage, Request handshake, Instant since, Peer peer) {
        this.id = id;
        this.api = api;
        this.stage = stage;
        this.handshake = handshake;
        this.since = since;
        this.lastActive = since;
        this.peer = peer;
    }

    /** The gateway's name of it. */
    public String id() {
        return id;
    }

    PushApi api() {
        return api;
    }

    Stage stage() {
        return stage;
    }

    Request handshake() {
        return handshake;
    }

    Instant since() {
        return since;
    }

    Instant lastActive() {
        return lastActive;
    }

    /** Something came or went at that time. */
    void active(Instant now) {
        lastActive = now;
    }

    Peer peer() {
        return peer;
    }
}
