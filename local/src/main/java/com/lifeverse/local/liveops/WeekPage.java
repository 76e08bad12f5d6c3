package com.lifeverse.local.liveops;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.lifeverse.liveops.calendar.Phase;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.aws.LiveEventFile;
import com.lifeverse.liveops.plan.DayPlan;
import com.lifeverse.local.kernel.Json;
import java.io.PrintWriter;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The weeks to come with all events of a folder in them: a line each, a column for each day (UTC). */
public record WeekPage(LocalDate from, List<Row> rows) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ROOT);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.ROOT);
    private static final int WEEK = 7;

    /** One event. */
    public record Row(LiveEvent event, DayPlan plan) {
        private String title() {
            return event.about().title().getOrDefault("en", event.id());
        }
    }

    public WeekPage {
        rows = List.copyOf(rows);
    }

    /** The week of {@code today} and those after it, {@code weeks} in all. */
    public static WeekPage of(EventFolder folder, LocalDate today, int weeks) {
        var monday = today.with(DayOfWeek.MONDAY);
        return new WeekPage(
                monday,
                folder.entries().stream()
                        .flatMap(entry -> entry.read().stream())
                        .map(LiveEventFile::event)
                        .map(event -> new Row(event, DayPlan.of(event.calendar(), monday, weeks * WEEK)))
                        .toList());
    }

    /** Writes it for people at a terminal. */
    public void print(PrintWriter out) {
        int width =
                rows.stream().mapToInt(row -> row.event().id().length()).max().orElse(0);
        int days = rows.stream().mapToInt(row -> row.plan().days().size()).max().orElse(0);
        var head = new StringBuilder(" ".repeat(width));
        for (int day = 0; day < days; day += WEEK) {
            head.append(" %-7s".formatted(SHORT.format(from.plusDays(day))));
        }
        out.println(head.toString().stripTrailing());
        for (var row : rows) {
            var line = new StringBuilder();
            for (int day = 0; day < row.plan().days().size(); day++) {
                line.append(day % WEEK == 0 ? " " : "")
                        .append(sign(row.plan().days().get(day)));
            }
            out.println(row.event().id() + " ".repeat(width - row.event().id().length()) + line);
        }
        out.println("= runs for somebody   - preview   + review   . nothing; days of UTC, each week from its Monday");
        out.flush();
    }

    /** The days as data. */
    public ArrayNode result() {
        var result = Json.array();
        for (var row : rows) {
            var days = result.addObject()
                    .put("event", row.event().id())
                    .put("from", from.toString())
                    .putArray("days");
            row.plan().days().forEach(phase -> days.add(word(phase)));
        }
        return result;
    }

    /** A page for browsers, of one file. */
    public String html() {
        int days = rows.isEmpty() ? 0 : rows.getFirst().plan().days().size();
        var weeks = new StringBuilder();
        for (int day = 0; day < days; day += WEEK) {
            weeks.append("<th colspan=\"7\" scope=\"colgroup\">%s</th>".formatted(DAY.format(from.plusDays(day))));
        }
        return """
            <!doctype html>
            <html lang="en"><meta charset="utf-8"><title>Live events</title>
            <style>
            body { font: 16px/1.4 system-ui, sans-serif; margin: 2rem }
            table { border-collapse: collapse } th { text-align: left; padding: .2rem .6rem }
            td { width: 1.4rem; height: 1.6rem; border: 1px solid #ddd; text-align: center }
            .active { background: #1b6e3c; color: #fff } .preview { background: #cfe3ff } .review { background: #ffe3b0 }
            </style>
            <h1>Live events</h1>
            <p>Days of UTC. A day is <b class="active">=</b> if the event runs for anybody in the world on it, <b class="preview">-</b>
            preview, <b class="review">+</b> review.</p>
            <table><thead><tr><th scope="col">Event</th>%s</tr></thead><tbody>
            %s
            </tbody></table></html>
            """.formatted(weeks, rows.stream().map(this::line).collect(Collectors.joining("\n")));
    }

    private String line(Row row) {
        var cells = new StringBuilder();
        for (int day = 0; day < row.plan().days().size(); day++) {
            var phase = row.plan().days().get(day);
            var date = DAY.format(from.plusDays(day));
            cells.append(
                    phase == Phase.HIDDEN
                            ? "<td></td>"
                            : "<td class=\"%s\" title=\"%s: %s\">%s</td>"
                                    .formatted(word(phase), date, word(phase), sign(phase)));
        }
        return "<tr><th scope=\"row\">%s<br><small>%s</small></th>%s</tr>"
                .formatted(escaped(row.title()), escaped(row.event().id()), cells);
    }

    private static String sign(Phase phase) {
        return switch (phase) {
            case ACTIVE, ENDING_SOON -> "=";
            case PREVIEW -> "-";
            case REVIEW -> "+";
            case HIDDEN, CONCLUDED -> ".";
        };
    }

    private static String word(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
