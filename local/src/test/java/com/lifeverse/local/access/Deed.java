package com.lifeverse.local.access;

import com.lifeverse.local.stack.Game;
import com.lifeverse.local.stack.Game.Answer;
import java.util.Map;
import java.util.TreeMap;

/** One request of an operation, complete but for the token. */
record Deed(String operation, String method, String path, Map<String, String> headers, String body) {
    static Deed of(String operation, String path) {
        return new Deed(operation, Operation.named(operation).method(), path, Map.of(), "");
    }

    Deed with(String json) {
        return new Deed(operation, method, path, headers, json);
    }

    Deed header(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, value);
        return new Deed(operation, method, path, more, body);
    }

    /** Asks for it with that token. */
    Answer by(Game game, String token) {
        var all = new TreeMap<>(headers);
        all.put("authorization", "Bearer " + token);
        if (!body.isEmpty()) {
            all.put("content-type", "application/json");
        }
        return game.send(method, path, all, body);
    }

    @Override
    public String toString() {
        return operation + ": " + method + " " + path + " " + body;
    }
}
