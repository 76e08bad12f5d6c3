package com.lifeverse.local.liveops;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.aws.LiveEventFile;
import com.lifeverse.liveops.lint.Finding;
import com.lifeverse.liveops.plan.Forecast;
import com.lifeverse.liveops.plan.Outlook;
import com.lifeverse.liveops.plan.lambda.PlanDocument;
import com.lifeverse.local.kernel.Json;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What will come of a folder of live events, as lines and as JSON. */
public record EventPlan(EventFolder folder, PlanGround ground, Instant now, int occurrences) {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("EEE dd MMM HH:mm", Locale.ROOT);

    /** Writes it for people. */
    public void print(PrintWriter out) {
        for (var entry : folder.entries()) {
            out.println(entry.path());
            entry.read().map(LiveEventFile::event).ifPresent(event -> print(event, out));
            for (var finding : entry.findings()) {
                out.printf(
                        "    %s %s at %s: %s%n",
                        severity(finding), finding.code(), finding.pointer(), finding.message());
            }
            out.println();
        }
        out.printf(
                "%d events, %d findings, %d of them errors%n",
                folder.entries().size(),
                folder.entries().stream()
                        .mapToInt(entry -> entry.findings().size())
                        .sum(),
                folder.entries().stream()
                        .flatMap(entry -> entry.findings().stream())
                        .filter(Finding::isError)
                        .count());
        out.flush();
    }

    /** The events as data. */
    public ArrayNode result() {
        var result = Json.array();
        for (var entry : folder.entries()) {
            var node = result.addObject().put("file", entry.path().toString()).put("ok", entry.isFine());
            entry.read()
                    .map(LiveEventFile::event)
                    .ifPresent(event -> document(event).write(node));
        }
        return result;
    }

    /** The findings as data. */
    public ArrayNode findings() {
        var findings = Json.array();
        for (var entry : folder.entries()) {
            findings.addAll(PlanDocument.findings(entry.findings(), entry.path() + "#"));
        }
        return findings;
    }

    private void print(LiveEvent event, PrintWriter out) {
        var outlook = outlook(event);
        out.printf(
                "    %s (%s)%n",
                event.about().title().getOrDefault("en", event.id()),
                event.about().type());
        for (var next : outlook.next()) {
            out.printf("    %s  runs from %s until %s%n", next.name(), next.from(), next.until());
        }
        if (!outlook.table().isEmpty()) {
            out.printf(
                    "    %-22s %-17s %-17s %-17s %-17s %-17s%n",
                    "first by the clocks of", "preview", "active", "ending soon", "review", "concluded");
        }
        for (var row : outlook.table()) {
            out.printf(
                    "    %-22s %-17s %-17s %-17s %-17s %-17s%n",
                    row.zone(),
                    SHORT.format(row.announced()),
                    SHORT.format(row.starts()),
                    SHORT.format(row.endingSoon()),
                    SHORT.format(row.ends()),
                    SHORT.format(row.over()));
        }
        new ForecastLines(ground, folder, now, occurrences).print(event, out);
        Forecast.forOne(event).forEach((item, amount) -> out.printf("    a player can win %d %s%n", amount, item));
        if (event.peakFactor() > 1) {
            out.printf(Locale.ROOT, "    expects %.1f times the usual load%n", event.peakFactor());
        }
    }

    private PlanDocument document(LiveEvent event) {
        return new PlanDocument(
                event, outlook(event), ground.audience(event), ground.forecast(event, folder, now, occurrences));
    }

    private Outlook outlook(LiveEvent event) {
        return Outlook.of(event.calendar(), now, occurrences);
    }

    private static String severity(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }
}
