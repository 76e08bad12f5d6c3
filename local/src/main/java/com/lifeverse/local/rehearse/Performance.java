package com.lifeverse.local.rehearse;

import com.lifeverse.liveops.flip.Flip;
import com.lifeverse.platform.Prices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * How a rehearsal went.
 *
 * @param faults what went wrong in the stack with nobody there to be told
 */
public record Performance(
        Script script,
        List<Bot> bots,
        Diary diary,
        Flips flips,
        Reckoning reckoning,
        Accounts accounts,
        List<TableUse> tables,
        List<String> faults) {
    /** How late a player's own game may be. */
    static final Duration BAR = Bot.GRACE;

    /** What a table took in all, with all that goes on behind requests. */
    record TableUse(String table, double reads, double writes) {
        double usd() {
            return reads * Prices.TABLE_READ + writes * Prices.TABLE_WRITE;
        }
    }

    /**
     * Something that must not be.
     *
     * @param code what kind it is, such as {@code missed-flip}
     * @param about whom or what it is about
     */
    public record Finding(String code, String about, String message) {}

    public Performance {
        bots = List.copyOf(bots);
        tables = List.copyOf(tables);
        faults = List.copyOf(faults);
    }

    /** All that must not be; empty if the event can be brought to players. */
    public List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        transitions(findings);
        bots.forEach(bot -> turns(bot, findings));
        diary.wrongs()
                .forEach(wrong -> findings.add(
                        new Finding(wrong.code(), wrong.bot(), "%s at %s".formatted(wrong.message(), wrong.at()))));
        findings.addAll(reckoning.findings());
        accounts.refusals()
                .forEach(refusal -> findings.add(new Finding(
                        "error-answer",
                        refusal.operation(),
                        "%d at %s: %s".formatted(refusal.status(), refusal.at(), refusal.problem()))));
        faults.forEach(fault -> findings.add(new Finding("fault", "stack", fault)));
        if (audience() == 0) {
            findings.add(new Finding("nobody", script.event().id(), "none of the bots is in its audience"));
        }
        return findings;
    }

    /** How many bots the event was for. */
    long audience() {
        return bots.stream().filter(bot -> !bot.turns().isEmpty()).count();
    }

    /** All that it has cost, as modelled: requests, and what tables took behind them. */
    double usd() {
        double asked = accounts.lines().stream()
                .mapToDouble(line -> line.requests() * Prices.REQUEST)
                .sum();
        return asked + tables.stream().mapToDouble(TableUse::usd).sum();
    }

    private void transitions(List<Finding> findings) {
        for (var line : flips.lines()) {
            var about = line.flip().occurrence() + " " + line.flip().slug();
            if (line.actual().isEmpty()) {
                findings.add(new Finding("missed-transition", about, "was never told"));
            } else if (line.lateness().compareTo(flips.bar()) > 0) {
                findings.add(new Finding("late-transition", about, "was told %s late".formatted(line.lateness())));
            }
        }
        flips.unexpected()
                .forEach(line ->
                        findings.add(new Finding("unexpected-transition", line, "nothing in the calendar says so")));
    }

    private void turns(Bot bot, List<Finding> findings) {
        var noticed = new HashSet<Expectation.Turn>();
        for (var turn : diary.noticed()) {
            if (turn.bot().equals(bot.name())) {
                noticed.add(new Expectation.Turn(turn.occurrence(), turn.phase(), turn.intended()));
                if (turn.lateness().compareTo(BAR) > 0) {
                    findings.add(new Finding(
                            "late-flip",
                            bot.name(),
                            "%s %s was %s late"
                                    .formatted(turn.occurrence(), Flip.slug(turn.phase()), turn.lateness())));
                }
            }
        }
        bot.turns().stream()
                .filter(turn -> !noticed.contains(turn))
                .forEach(turn -> findings.add(new Finding(
                        "missed-flip",
                        bot.name(),
                        "%s %s at %s was never seen"
                                .formatted(turn.occurrence(), Flip.slug(turn.phase()), turn.at()))));
    }
}
