package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Member by member, what a folder of triggers says otherwise than what is in force. */
@Command(
        name = "diff",
        description =
                "Says for each trigger which members are in force (-) and which are in the files (+). Exit 1 if any differ.",
        mixinStandardHelpOptions = true)
final class TriggersDiff implements Callable<Integer> {
    private static final String NEXT = "next";

    @Parameters(paramLabel = "DIR", description = "The folder, such as triggers.")
    private @Nullable Path folder;

    @Mixin
    private TriggerDesk desk = new TriggerDesk();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var there = desk.get("viewer", "/v1/triggers");
        var here = TriggerFolder.read(Home.resolve(Objects.requireNonNull(folder)));
        var before = byName(there.path("triggers"), "trigger", "");
        var after = byName(here.triggers().documents(), "trigger", "");
        if (here.schedules().isPresent()) {
            var standing = Json.array();
            desk.get("viewer", "/v1/schedules")
                    .path("schedules")
                    .forEach(each -> standing.add(each.path("definition")));
            before.putAll(byName(standing, "schedule", "schedules/"));
            after.putAll(byName(here.schedules().get().documents(), "schedule", "schedules/"));
        }
        boolean differs = false;
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (var name : names) {
            differs |= differs(name, before.get(name), after.get(name), out);
        }
        if (desk.json()) {
            var plan = desk.plan(here);
            Output.print(out, Output.document("triggers diff", !differs, plan, TriggerDesk.findings(plan, here)));
        }
        out.flush();
        return differs ? Exit.FINDINGS : Exit.FINE;
    }

    private boolean differs(String name, @Nullable JsonNode before, @Nullable JsonNode after, PrintWriter out) {
        if (Objects.equals(before, after)) {
            return false;
        }
        var members = new TreeSet<String>();
        for (var side : new JsonNode[] {before, after}) {
            if (side != null) {
                side.fieldNames().forEachRemaining(members::add);
            }
        }
        if (!desk.json()) {
            out.println(name);
            members.forEach(member -> line(member, before, after, out));
        }
        return true;
    }

    private static void line(String member, @Nullable JsonNode before, @Nullable JsonNode after, PrintWriter out) {
        var old = before == null ? null : before.get(member);
        var now = after == null ? null : after.get(member);
        if (!Objects.equals(old, now)) {
            if (old != null) {
                out.printf("  - %s: %s%n", member, old);
            }
            if (now != null) {
                out.printf("  + %s: %s%n", member, now);
            }
        }
    }

    private static Map<String, JsonNode> byName(JsonNode all, String name, String before) {
        var byName = new LinkedHashMap<String, JsonNode>();
        all.forEach(each -> byName.put(before + each.path(name).asText(), flat(each)));
        return byName;
    }

    /** With the members of the version that is to follow beside those of the trigger itself. */
    private static JsonNode flat(JsonNode trigger) {
        if (!(trigger.path(NEXT) instanceof ObjectNode next)) {
            return trigger;
        }
        ObjectNode flat = trigger.deepCopy();
        flat.remove(NEXT);
        next.properties().forEach(member -> flat.set(NEXT + "." + member.getKey(), member.getValue()));
        return flat;
    }
}
