package com.lifeverse.local.rehearse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The same as {@link PartReport} for the page: a picture over time, and tables. */
record PartPage(Performance performance) {
    private record Line(String words, String colour, List<Instant> moments) {}

    /** A section, with its heading. */
    String html() {
        var part = performance.script().part();
        var report = new PartReport(performance);
        if (part.feat().isEmpty()) {
            return "<h2>Who took part</h2><p>No bot: %s.</p>".formatted(ReportPage.escaped(part.why()));
        }
        return """
            <h2>Who took part</h2>
            <p>%s</p>
            %s
            %s
            <h2>Rewards</h2>
            %s
            %s
            """.formatted(
                        ReportPage.escaped(
                                "%d joined, %d came in by playing. What counts was done %d times, and counted %d times. Each line is drawn to its own height."
                                        .formatted(report.joined(), report.cameIn(), report.did(), report.counted())),
                        picture(),
                        refused(report),
                        tiers(),
                        settlements());
    }

    private String refused(PartReport report) {
        return ReportPage.table(
                "Not let in",
                "Bots",
                "",
                report.refused().entrySet().stream()
                        .map(each ->
                                ReportPage.row(each.getKey(), each.getValue().toString(), ""))
                        .collect(Collectors.joining()));
    }

    private String tiers() {
        return ReportPage.table(
                "Occurrence, tier",
                "What it takes; what it gives",
                "Reached; claimed, settled, owed; in the ledger",
                performance.reckoning().tiers().stream()
                        .map(tier -> ReportPage.row(
                                tier.occurrence() + " tier " + tier.reward().tier(),
                                "%s; %,d %s"
                                        .formatted(
                                                PartReport.threshold(tier),
                                                tier.reward().amount(),
                                                tier.reward().item()),
                                "%,d; %,d, %,d, %,d; %,d"
                                        .formatted(
                                                tier.reached(),
                                                tier.claimed(),
                                                tier.settled(),
                                                tier.owed(),
                                                tier.granted())))
                        .collect(Collectors.joining()));
    }

    private String settlements() {
        return ReportPage.table(
                "Settlement",
                "Due",
                "Closed",
                performance.reckoning().settlements().stream()
                        .map(each -> ReportPage.row(
                                each.occurrence().toString(),
                                each.due().toString(),
                                each.closed().map(Instant::toString).orElse("never")))
                        .collect(Collectors.joining()));
    }

    private String picture() {
        var marks = new StringBuilder();
        int row = 0;
        for (var line : lines()) {
            marks.append("<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"%s\">%s: %,d</text>"
                    .formatted(
                            Plots.LEFT - 6,
                            12 + 14 * row++,
                            line.colour(),
                            line.words(),
                            line.moments().size()));
            marks.append(
                    "<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"%s\"><title>%s</title></polyline>"
                            .formatted(line.colour(), points(line.moments()), line.words()));
        }
        return Plots.svg(
                Plots.HEIGHT + Plots.FOOT,
                "Participation and rewards, over time",
                marks + new Plots(performance).days(Plots.HEIGHT));
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (var kind : Takings.Kind.values()) {
            var moments = kind == Takings.Kind.SETTLED
                    ? performance.reckoning().settled()
                    : performance.reckoning().takings().moments(kind);
            lines.add(new Line(kind.words(), colour(kind), moments));
        }
        return lines;
    }

    /** A step up at each moment. */
    private String points(List<Instant> moments) {
        var plots = new Plots(performance);
        var points = new ArrayList<String>();
        double before = Plots.HEIGHT;
        points.add(point(Plots.LEFT, before));
        for (int i = 0; i < moments.size(); i++) {
            double x = plots.x(moments.get(i));
            points.add(point(x, before));
            before = Plots.HEIGHT - (i + 1) * (double) Plots.HEIGHT / moments.size();
            points.add(point(x, before));
        }
        points.add(point(Plots.WIDTH, before));
        return String.join(" ", points);
    }

    private static String colour(Takings.Kind kind) {
        return switch (kind) {
            case JOINED -> "#34508c";
            case DID -> "#9bbcf0";
            case CLAIMED -> "#1b6e3c";
            case SETTLED -> "#c9501c";
        };
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }
}
