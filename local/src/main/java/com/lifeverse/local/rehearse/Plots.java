package com.lifeverse.local.rehearse;

import com.lifeverse.liveops.calendar.Phase;
import com.lifeverse.liveops.flip.Flip;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The pictures of a report, each an SVG that needs nothing else. */
record Plots(Performance performance) {
    static final int WIDTH = 960;
    static final int LEFT = 170;
    private static final int ROW = 12;
    static final int HEIGHT = 180;
    static final int FOOT = 24;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ROOT);
    private static final Map<Phase, String> COLOURS = new TreeMap<>(Map.of(
            Phase.PREVIEW, "#9bbcf0", Phase.ACTIVE, "#1b6e3c", Phase.ENDING_SOON, "#c9501c", Phase.REVIEW, "#e8c06a"));

    /** What each phase looks like. */
    String legend() {
        return COLOURS.entrySet().stream()
                .map(each -> "<span style=\"border-left:1em solid %s;padding:0 1em 0 .4em\">%s</span>"
                        .formatted(each.getValue(), Flip.slug(each.getKey())))
                .collect(Collectors.joining());
    }

    /** A line for each player, from those whose clocks are ahead to those whose are behind: which phase their game showed when. */
    String phases() {
        var bots = performance.bots().stream()
                .filter(bot -> !bot.turns().isEmpty())
                .sorted(Comparator.comparing(
                        (Bot bot) ->
                                bot.who().offset(performance.script().begins()).getTotalSeconds(),
                        Comparator.reverseOrder()))
                .toList();
        var marks = new StringBuilder();
        for (int row = 0; row < bots.size(); row++) {
            marks.append(text(
                    LEFT - 6,
                    row * ROW + ROW - 2,
                    "end",
                    bots.get(row).who().zone().getId()));
            marks.append(line(bots.get(row), row * ROW));
        }
        int height = bots.size() * ROW;
        return svg(height + FOOT, "What players' games showed, over time", marks + days(height));
    }

    /** How late each phase was told by the service, against the bar. */
    String transitions() {
        var lines = performance.flips().lines();
        double most = Math.max(
                performance.flips().bar().toSeconds() * 1.2,
                lines.stream()
                        .mapToDouble(line -> line.lateness().toSeconds())
                        .max()
                        .orElse(1));
        var marks = new StringBuilder();
        double step = (WIDTH - LEFT) / (double) Math.max(1, lines.size());
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            double height = line.lateness().toSeconds() / most * HEIGHT;
            marks.append(bar(
                    LEFT + i * step + 2,
                    HEIGHT - height,
                    Math.min(40, step - 4),
                    height,
                    "#1b6e3c",
                    "%s %s: %d s late"
                            .formatted(
                                    line.flip().occurrence(),
                                    line.flip().slug(),
                                    line.lateness().toSeconds())));
        }
        double at = HEIGHT - performance.flips().bar().toSeconds() / most * HEIGHT;
        marks.append("<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#b00\" stroke-dasharray=\"4\"/>"
                .formatted(LEFT, WIDTH, at, at));
        marks.append(text(
                LEFT - 6, at + 4, "end", "bar: " + performance.flips().bar().toSeconds() + " s"));
        return svg(HEIGHT + FOOT, "How late the service told each phase", marks.toString());
    }

    /** How late players' own games were. */
    String lateness() {
        var counts = new TreeMap<Long, Integer>();
        for (long second = 0; second <= Performance.BAR.toSeconds(); second += 4) {
            counts.put(second, 0);
        }
        performance
                .diary()
                .noticed()
                .forEach(turn -> counts.merge((turn.lateness().toSeconds() + 3) / 4 * 4, 1, Integer::sum));
        return columns(
                "How late players' games were, in seconds",
                counts.entrySet().stream()
                        .map(each -> Map.entry("≤ " + each.getKey(), each.getValue()))
                        .toList());
    }

    /** How many requests came when. */
    String requests() {
        var script = performance.script();
        double span = Duration.between(script.begins(), script.ends()).toSeconds();
        var hours = performance.accounts().hours();
        int most = hours.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        var marks = new StringBuilder();
        hours.forEach((hour, count) -> {
            double height = count * (double) HEIGHT / most;
            double width = Math.max(1.5, 3_600 / span * (WIDTH - LEFT));
            marks.append(bar(x(hour), HEIGHT - height, width, height, "#34508c", hour + ": " + count));
        });
        marks.append(text(LEFT - 6, 12, "end", most + " an hour"));
        return svg(HEIGHT + FOOT, "Requests in each hour", marks + days(HEIGHT));
    }

    private String line(Bot bot, int y) {
        var turns = performance.diary().noticed().stream()
                .filter(turn -> turn.bot().equals(bot.name()))
                .toList();
        var line = new StringBuilder();
        for (int i = 0; i < turns.size(); i++) {
            var colour = COLOURS.get(turns.get(i).phase());
            var until = i + 1 < turns.size()
                    ? turns.get(i + 1).actual()
                    : performance.script().ends();
            if (colour != null) {
                double from = x(turns.get(i).actual());
                line.append(bar(
                        from,
                        y + 1,
                        Math.max(1, x(until) - from),
                        ROW - 2,
                        colour,
                        "%s: %s from %s"
                                .formatted(
                                        bot.name(),
                                        Flip.slug(turns.get(i).phase()),
                                        turns.get(i).actual())));
            }
        }
        return line.toString();
    }

    /** The days along the foot of a picture. */
    String days(int y) {
        var script = performance.script();
        long days = Math.max(1, Duration.between(script.begins(), script.ends()).toDays());
        long step = Math.max(1, days / 8);
        var ticks = new StringBuilder();
        for (var day = LocalDate.ofInstant(script.begins(), ZoneOffset.UTC).plusDays(1);
                day.atStartOfDay().toInstant(ZoneOffset.UTC).isBefore(script.ends());
                day = day.plusDays(step)) {
            double at = x(day.atStartOfDay().toInstant(ZoneOffset.UTC));
            ticks.append(
                    "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%d\" stroke=\"#0003\"/>".formatted(at, at, y + 4));
            ticks.append(text(at, y + 18, "middle", DAY.format(day)));
        }
        return ticks.toString();
    }

    private static String columns(String title, List<Map.Entry<String, Integer>> counts) {
        int most = counts.stream().mapToInt(Map.Entry::getValue).max().orElse(1);
        double step = (WIDTH - LEFT) / (double) counts.size();
        var marks = new StringBuilder();
        for (int i = 0; i < counts.size(); i++) {
            double height = counts.get(i).getValue() * (double) HEIGHT / Math.max(1, most);
            var label = counts.get(i).getKey();
            double at = LEFT + i * step;
            marks.append(bar(
                    at + 2,
                    HEIGHT - height,
                    step - 4,
                    height,
                    "#34508c",
                    label + ": " + counts.get(i).getValue()));
            marks.append(text(at + step / 2, HEIGHT + 18, "middle", label));
        }
        marks.append(text(LEFT - 6, 12, "end", most + " flips"));
        return svg(HEIGHT + FOOT, title, marks.toString());
    }

    /** Where a moment is. */
    double x(Instant at) {
        var script = performance.script();
        double span = Duration.between(script.begins(), script.ends()).toSeconds();
        return LEFT + Duration.between(script.begins(), at).toSeconds() / span * (WIDTH - LEFT);
    }

    private static String bar(double x, double y, double width, double height, String colour, String title) {
        return "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"><title>%s</title></rect>"
                .formatted(x, y, width, height, colour, title);
    }

    private static String text(double x, double y, String anchor, String words) {
        return "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>".formatted(x, y, anchor, words);
    }

    static String svg(int height, String title, String marks) {
        return """
            <svg viewBox="0 0 %d %d" role="img" aria-label="%s" xmlns="http://www.w3.org/2000/svg">%s</svg>
            """.formatted(WIDTH, height, title, marks);
    }
}
