package com.lifeverse.local.rehearse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What bots came to in the event, and what they were given for it, as data and in a few lines. */
record PartReport(Performance performance) {
    /** All of it; why not, if they took no part. */
    ObjectNode json() {
        var part = performance.script().part();
        var json = Json.object();
        if (part.feat().isEmpty()) {
            return json.put("none", part.why());
        }
        json.put("trigger", part.feat().get().trigger().path("trigger").asText())
                .put("joined", joined())
                .put("cameInByPlaying", cameIn())
                .put("did", did())
                .put("counted", counted())
                .put("grants", performance.reckoning().books().grants().size());
        var refused = json.putObject("refused");
        refused().forEach(refused::put);
        var tiers = json.putArray("tiers");
        for (var tier : performance.reckoning().tiers()) {
            tiers.addObject()
                    .put("occurrence", tier.occurrence().toString())
                    .put("tier", tier.reward().tier())
                    .put("at", tier.reward().at())
                    .put("atByTheFile", tier.written())
                    .put("item", tier.reward().item())
                    .put("amount", tier.reward().amount())
                    .put("reached", tier.reached())
                    .put("claimed", tier.claimed())
                    .put("settled", tier.settled())
                    .put("owed", tier.owed())
                    .put("granted", tier.granted());
        }
        var settlements = json.putArray("settlements");
        for (var settlement : performance.reckoning().settlements()) {
            var node = settlements
                    .addObject()
                    .put("occurrence", settlement.occurrence().toString())
                    .put("total", performance.reckoning().total(settlement.occurrence()))
                    .put("dueAt", settlement.due().toString());
            settlement.closed().ifPresent(at -> node.put("closedAt", at.toString()));
        }
        var messages = json.putObject("messagesExpected");
        expected().forEach(messages::put);
        return json;
    }

    /** For a terminal. */
    List<String> lines() {
        var part = performance.script().part();
        if (part.feat().isEmpty()) {
            return List.of("    bots take no part: " + part.why());
        }
        var lines = new ArrayList<String>();
        lines.add(
                "    %d joined, %d came in by playing, %d were refused; what counts was done %d times, %d of them counted"
                        .formatted(
                                joined(),
                                cameIn(),
                                refused().values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum(),
                                did(),
                                counted()));
        for (var tier : performance.reckoning().tiers()) {
            lines.add("    %s tier %d (at %s): %d reached it, %d claimed, %d settled, %d owed"
                    .formatted(
                            tier.occurrence(),
                            tier.reward().tier(),
                            threshold(tier),
                            tier.reached(),
                            tier.claimed(),
                            tier.settled(),
                            tier.owed()));
        }
        return lines;
    }

    /** How much a tier takes, and what the file says where that is more. */
    static String threshold(Reckoning.Tier tier) {
        return tier.written() == tier.reward().at()
                ? "%,d".formatted(tier.written())
                : "%,d for %,d".formatted(tier.reward().at(), tier.written());
    }

    /** How many bots said that they take part, in all occurrences. */
    long joined() {
        return entries().stream()
                .filter(entry -> entry.joinedAt().isPresent())
                .filter(entry -> entry.plan().way() != Entry.Way.ONLY_PLAYS)
                .count();
    }

    /** How many take part without having said so. */
    long cameIn() {
        return entries().stream()
                .filter(entry -> entry.plan().way() == Entry.Way.ONLY_PLAYS && entry.own() > 0)
                .count();
    }

    /** How often what counts was done, by whomever. */
    long did() {
        return entries().stream().mapToLong(entry -> entry.feats().size()).sum();
    }

    /** How often it was done by those who take part. */
    long counted() {
        return entries().stream().mapToLong(Entry::own).sum();
    }

    /** How many were not let in, by why. */
    SortedMap<String, Long> refused() {
        var refused = new TreeMap<String, Long>();
        entries().forEach(entry -> entry.refusal().ifPresent(why -> refused.merge(why, 1L, Long::sum)));
        return refused;
    }

    private SortedMap<String, Long> expected() {
        var expected = new TreeMap<String, Long>();
        for (var bot : performance.bots()) {
            performance.reckoning().mail().expected(bot).forEach((key, times) -> expected.merge(key, times, Long::sum));
        }
        return expected;
    }

    private List<Entry> entries() {
        return performance.reckoning().entries();
    }
}
