package com.lifeverse.local;

import com.lifeverse.local.http.Listener;

/** The two ports of a stack that listens: the game's API, and AWS's endpoint for tools. */
record Doors(Listener api, Listener aws) implements AutoCloseable {
    static Doors open(Services services, StackOptions options) {
        var api = services.gateway.listen(options.port());
        try {
            return new Doors(api, services.awsPort.listen(options.awsPort()));
        } catch (RuntimeException e) {
            api.close();
            throw e;
        }
    }

    @Override
    public void close() {
        api.close();
        aws.close();
    }
}
