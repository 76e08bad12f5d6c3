package com.lifeverse.local.rehearse;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a rehearsal went, as a page for browsers: one file, with its pictures. */
public record ReportPage(Performance performance, List<Performance.Finding> findings) {
    /** The page. */
    public String html() {
        var script = performance.script();
        var plots = new Plots(performance);
        return """
            <!doctype html>
            <html lang="en"><meta charset="utf-8"><title>Rehearsal of %1$s</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 64rem; padding: 0 1rem }
            table { border-collapse: collapse; margin: .5rem 0 } th, td { text-align: left; padding: .15rem .8rem .15rem 0; border-bottom: 1px solid #ddd }
            td.n { text-align: right; font-variant-numeric: tabular-nums } svg { width: 100%%; font: 10px system-ui, sans-serif }
            .bad { color: #b00 } .good { color: #1b6e3c }
            </style>
            <h1>Rehearsal of %1$s</h1>
            <p>%2$s from %3$s until %4$s in virtual time; %5$d of %6$d players are in its audience; seed %7$d.</p>
            <h2>Findings</h2>
            %8$s
            <h2>What players' games showed</h2>
            <p>%9$s</p>
            %10$s
            %11$s
            %20$s
            <h2>When the service told each phase</h2>
            <p>For an event by players' own clocks, a phase is told when the first of them begin, and its end when the last of them end.</p>
            %12$s
            %13$s
            <h2>Flags, notices, messages</h2>
            %14$s
            <h2>Requests and what they cost</h2>
            %15$s
            <p><em>Modelled</em> from units that were counted and public prices: %16$s in all, %17$.1f requests a second in the busiest hour.</p>
            %18$s
            %19$s
            </html>
            """.formatted(
                        script.event().id(),
                        script.occurrences().size() == 1
                                ? "Once,"
                                : script.occurrences().size() + " times,",
                        script.begins(),
                        script.ends(),
                        performance.audience(),
                        script.players(),
                        script.seed(),
                        found(),
                        plots.legend(),
                        plots.phases(),
                        plots.lateness(),
                        plots.transitions(),
                        transitions(),
                        seen(),
                        plots.requests(),
                        usd(performance.usd()),
                        performance.accounts().busiest(),
                        operations(),
                        tables(),
                        new PartPage(performance).html());
    }

    private String found() {
        if (findings.isEmpty()) {
            return "<p class=\"good\">None.</p>";
        }
        return table(
                "What",
                "About",
                "How",
                findings.stream()
                        .map(each -> row(each.code(), each.about(), each.message()))
                        .collect(Collectors.joining()));
    }

    private String transitions() {
        return table(
                "Occurrence, phase",
                "Meant for",
                "Told",
                performance.flips().lines().stream()
                        .map(line -> row(
                                line.flip().occurrence() + " " + line.flip().slug(),
                                line.flip().at().toString(),
                                line.actual()
                                        .map(at -> "%s, %d s later"
                                                .formatted(at, line.lateness().toSeconds()))
                                        .orElse("never")))
                        .collect(Collectors.joining()));
    }

    private String seen() {
        var rows = new StringBuilder();
        performance
                .diary()
                .flags()
                .forEach((flag, by) -> rows.append(
                        row(flag, by.bots() + " players", "from %s to %s".formatted(by.first(), by.last()))));
        performance.diary().notices().forEach((notice, count) -> rows.append(row(notice, count + " times", "")));
        performance
                .diary()
                .messages()
                .forEach((message, count) -> rows.append(row("message " + message, count + " times", "")));
        rows.append(
                row("versions of the timeline", performance.diary().versions().toString(), ""));
        return table("What", "Seen by", "When", rows.toString());
    }

    private String operations() {
        return table(
                "Operation",
                "Requests, errors",
                "Units read, written; USD",
                performance.accounts().lines().stream()
                        .map(line -> row(
                                line.operation(),
                                "%,d, %,d".formatted(line.requests(), line.errors()),
                                "%.1f, %.1f; %s".formatted(line.reads(), line.writes(), usd(line.usd()))))
                        .collect(Collectors.joining()));
    }

    private String tables() {
        return table(
                "Table",
                "Units read, written",
                "USD",
                performance.tables().stream()
                        .map(table -> row(
                                table.table(),
                                "%,.1f, %,.1f".formatted(table.reads(), table.writes()),
                                usd(table.usd())))
                        .collect(Collectors.joining()));
    }

    static String table(String first, String second, String third, String rows) {
        return "<table><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr>%s</table>"
                .formatted(first, second, third, rows);
    }

    static String row(String first, String second, String third) {
        return "<tr><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                .formatted(escaped(first), escaped(second), escaped(third));
    }

    private static String usd(double dollars) {
        return String.format(Locale.ROOT, "$%.6f", dollars);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
