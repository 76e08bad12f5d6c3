package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.io.PrintWriter;

/** The one document that a command prints with {@code --json}: {@code {command, ok, result, findings}}. */
final class Output {
    private Output() {}

    static ObjectNode success(String command, JsonNode result) {
        return document(command, true, result, Json.array());
    }

    static ObjectNode failure(String command, String code, String message) {
        return document(command, false, NullNode.getInstance(), finding(Json.array(), code, "", message));
    }

    static ObjectNode document(String command, boolean ok, JsonNode result, ArrayNode findings) {
        ObjectNode document = Json.object();
        document.put("command", command);
        document.put("ok", ok);
        document.set("result", result);
        document.set("findings", findings);
        return document;
    }

    /** Adds an error to {@code findings} and returns them. */
    static ArrayNode finding(ArrayNode findings, String code, String pointer, String message) {
        findings.addObject()
                .put("severity", "error")
                .put("code", code)
                .put("pointer", pointer)
                .put("message", message);
        return findings;
    }

    static void print(PrintWriter out, JsonNode document) {
        out.println(document.toPrettyString());
        out.flush();
    }
}
