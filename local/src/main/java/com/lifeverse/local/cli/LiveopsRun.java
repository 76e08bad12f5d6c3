package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.liveops.EventFolder;
import com.lifeverse.local.liveops.EventPlan;
import com.lifeverse.local.liveops.PlanGround;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;

/** What a command did to each event of a folder, as lines or as one document. */
final class LiveopsRun {
    private final String command;
    private final PrintWriter out;
    private final boolean json;
    private final ArrayNode result = Json.array();
    private final ArrayNode findings = Json.array();

    LiveopsRun(String command, PrintWriter out, boolean json) {
        this.command = command;
        this.out = out;
        this.json = json;
    }

    /** Ends it if the folder has an error: then no stack is touched. */
    boolean refuses(EventFolder events, Instant now) {
        if (events.isFine()) {
            return false;
        }
        var plan = new EventPlan(events, PlanGround.NONE, now, 0);
        if (json) {
            Output.print(out, Output.document(command, false, result, plan.findings()));
        } else {
            plan.print(out);
        }
        return true;
    }

    /** Something was done, or was so already. */
    void did(String event, String what, List<String> details) {
        var node = result.addObject().put("event", event).put("did", what);
        details.forEach(node.putArray("differences")::add);
        if (!json) {
            out.printf("%-32s %s%n", event, what);
            details.forEach(detail -> out.printf("    %s%n", detail));
        }
    }

    /** As the other, as one of a batch. */
    void did(String event, String what, List<String> details, String batch) {
        did(event, what, details);
        ((ObjectNode) result.path(result.size() - 1)).put("batch", batch);
        if (!json) {
            out.printf("    batch %s%n", batch);
        }
    }

    /** Something is not as it was asked for. */
    void missed(String event, String code, String message) {
        Output.finding(findings, code, event, message);
        if (!json) {
            out.printf("%-32s %s%n", event, message);
        }
    }

    int end() {
        if (json) {
            Output.print(out, Output.document(command, findings.isEmpty(), result, findings));
        }
        out.flush();
        return findings.isEmpty() ? Exit.FINE : Exit.FINDINGS;
    }
}
