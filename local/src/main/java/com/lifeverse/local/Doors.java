package com.lifeverse.local;

import com.lifeverse.local.http.Listener;
import com.lifeverse.local.push.socket.SocketDoor;

/** The ports of a stack that listens: the game's API, its WebSockets, and AWS's endpoint for tools. */
record Doors(Listener api, SocketDoor notices, Listener aws) implements AutoCloseable {
    static Doors open(Services services, StackOptions options) {
        var api = services.gateway.listen(options.port());
        try {
            return open(services, options, api);
        } catch (RuntimeException e) {
            api.close();
            throw e;
        }
    }

    private static Doors open(Services services, StackOptions options, Listener api) {
        var notices = SocketDoor.open(services.push, options.noticesPort());
        try {
            return new Doors(api, notices, services.awsPort.listen(options.awsPort()));
        } catch (RuntimeException e) {
            notices.close();
            throw e;
        }
    }

    @Override
    public void close() {
        api.close();
        notices.close();
        aws.close();
    }
}
