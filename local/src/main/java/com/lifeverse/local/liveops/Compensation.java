package com.lifeverse.local.liveops;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.liveops.compensation.CompensationPlan;
import com.lifeverse.liveops.compensation.CompensationRules;
import com.lifeverse.liveops.compensation.Rate;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.aws.LiveEventFile;
import com.lifeverse.liveops.event.aws.LiveEventFile.Reading;
import com.lifeverse.local.dryrun.ArchivePart;
import com.lifeverse.local.kernel.Json;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;

/** Whom an incident has cost what of a live event, as lines and as JSON. */
public final class Compensation {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuuMMdd't'HHmm").withZone(ZoneOffset.UTC);
    /** A name has 64 characters. */
    private static final int LONGEST = 40;

    private final LiveEvent event;
    private final Incident incident;
    private final Happenings happenings;

    /**
     * What happened, and what makes up for it.
     *
     * @param perHour so many of the item for each hour that was missed
     * @param most to one player
     */
    public record Incident(Instant from, Instant until, String item, int perHour, int most) {}

    private Compensation(LiveEvent event, Incident incident) {
        this.event = event;
        this.incident = incident;
        this.happenings = new Happenings(event.progress().map(LiveEvent.Progress::trigger));
    }

    /** Of a file's text; empty if that is no live event. */
    public static Optional<Compensation> of(String file, Incident incident) {
        return switch (LiveEventFile.read(file)) {
            case Reading.Sound(var sound) -> Optional.of(new Compensation(sound.event(), incident));
            case Reading.Faulty _ -> Optional.empty();
        };
    }

    /** What of the archive it takes. */
    public ArchivePart part() {
        return ArchivePart.of(
                incident.from().minus(CompensationRules.LOOKED_BACK), incident.until(), Duration.ofDays(1));
    }

    /** Takes a line of it. */
    public void take(String line) {
        happenings.take(line);
    }

    /** As data. Each grant has what makes it one for the ledger: asked for twice, it is given once. */
    public ObjectNode document() {
        var plan = plan();
        var id = id();
        var document = Json.object()
                .put("id", id)
                .put("event", event.id())
                .put("from", incident.from().toString())
                .put("to", incident.until().toString());
        var missed = document.putArray("missed");
        plan.missed()
                .forEach(reach -> missed.addObject()
                        .put("occurrence", reach.name().toString())
                        .put("from", reach.from().toString())
                        .put("until", reach.until().toString()));
        document.put("players", plan.affected().size())
                .put("item", incident.item())
                .put("total", plan.total());
        var grants = document.putArray("grants");
        plan.affected()
                .forEach(each -> grants.addObject()
                        .put("playerId", each.playerId())
                        .put("missed", each.time().toString())
                        .put("progressTheDayBefore", each.progress())
                        .put("source", "compensation/" + id)
                        .put("occurrence", incident.item())
                        .put("tier", 1)
                        .put("item", incident.item())
                        .put("amount", each.amount()));
        return document;
    }

    /** Writes it for people. */
    public void print(PrintWriter out) {
        var plan = plan();
        for (var reach : plan.missed()) {
            out.printf("%s of %s was missed from %s until %s%n", reach.name(), event.id(), reach.from(), reach.until());
        }
        plan.affected()
                .forEach(each -> out.printf(
                        "%s missed %s, had %d of progress the day before: %d %s%n",
                        each.playerId(), each.time(), each.progress(), each.amount(), incident.item()));
        out.printf("%d players, %d %s%n", plan.affected().size(), plan.total(), incident.item());
        out.flush();
    }

    /** By event, time and item: reckoned again, it has the same name. */
    private String id() {
        var brief = event.id().length() <= LONGEST ? event.id() : event.id().substring(0, LONGEST);
        return "%s-%s-%08x".formatted(brief.replaceAll("-+$", ""), MINUTE.format(incident.from()), hash());
    }

    private int hash() {
        return Objects.hash(
                event.id(), incident.from().toString(), incident.until().toString(), incident.item());
    }

    private CompensationPlan plan() {
        var rate = new Rate(incident.item(), incident.perHour(), incident.most());
        return CompensationRules.plan(event.calendar(), incident.from(), incident.until(), happenings.found(), rate);
    }
}
