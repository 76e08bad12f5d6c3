package com.lifeverse.local.rehearse;

import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.LiveEvent.Reward;
import com.lifeverse.liveops.participation.ParticipationRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What bots have a right to by their own count, held against what the service has.
 *
 * @param books what the service has
 */
record Reckoning(Expectation expectation, List<Bot> bots, Takings takings, Books books) {
    /** A settlement may take that long from when it is due. */
    static final Duration SETTLED_WITHIN = Duration.ofMinutes(15);

    /**
     * How a tier of an occurrence came out, in bots.
     *
     * @param written how much it takes by the file
     * @param reached who has a right to it
     * @param claimed who claimed it themselves
     * @param settled who was given it without
     * @param owed who was given nothing
     * @param granted how many there are in the ledger
     */
    record Tier(
            LocalDateTime occurrence,
            Reward reward,
            long written,
            long reached,
            long claimed,
            long settled,
            long owed,
            long granted) {}

    /**
     * How an occurrence was settled.
     *
     * @param closed empty if it was not
     */
    record Settlement(LocalDateTime occurrence, Instant due, Optional<Instant> closed) {
        boolean isLate() {
            return closed.filter(at -> !at.isAfter(due.plus(SETTLED_WITHIN))).isEmpty();
        }
    }

    private record Holder(Bot bot, Entry entry) {}

    Reckoning {
        bots = List.copyOf(bots);
    }

    /** What must not be. */
    List<Performance.Finding> findings() {
        var findings = new ArrayList<Performance.Finding>();
        if (script().part().feat().isPresent()) {
            for (var holder : holders().toList()) {
                rewards(holder, findings);
                progress(holder, findings);
            }
            bots.stream()
                    .filter(bot -> takings.hasLooked(bot.name()))
                    .forEach(bot -> findings.addAll(mail().findings(bot)));
            settlements().stream()
                    .filter(Settlement::isLate)
                    .forEach(each -> findings.add(new Performance.Finding(
                            "settlement-late",
                            each.occurrence().toString(),
                            "was due at %s and was %s"
                                    .formatted(
                                            each.due(),
                                            each.closed()
                                                    .map(at -> "closed at " + at)
                                                    .orElse("never closed")))));
        }
        return findings;
    }

    /** Each tier of each occurrence. */
    List<Tier> tiers() {
        var tiers = new ArrayList<Tier>();
        for (var occurrence : script().occurrences()) {
            for (var reward : event().rewards()) {
                tiers.add(tier(occurrence, reward));
            }
        }
        return tiers;
    }

    /** Each occurrence that has rewards. */
    List<Settlement> settlements() {
        if (event().rewards().isEmpty()) {
            return List.of();
        }
        return script().occurrences().stream()
                .map(occurrence -> new Settlement(
                        occurrence,
                        ParticipationRules.lastOver(event().calendar(), occurrence)
                                .plus(books.grace()),
                        Optional.ofNullable(books.closed().get(occurrence))))
                .toList();
    }

    /** All entries of all bots. */
    List<Entry> entries() {
        return holders().map(Holder::entry).toList();
    }

    /** When rewards were settled that nobody had claimed, as bots were told; in order. */
    List<Instant> settled() {
        return holders()
                .flatMap(holder -> holder.entry().claimed().entrySet().stream()
                        .filter(tier -> !holder.entry().claims().containsKey(tier.getKey()))
                        .map(tier -> tier.getValue()))
                .sorted()
                .toList();
    }

    /** What bots came to in an occurrence, all together. */
    long total(LocalDateTime occurrence) {
        return holders()
                .filter(holder -> holder.entry().occurrence().equals(occurrence))
                .mapToLong(holder -> holder.entry().own())
                .sum();
    }

    private Tier tier(LocalDateTime occurrence, Reward reward) {
        var reached = holders()
                .filter(holder -> holder.entry().occurrence().equals(occurrence))
                .filter(holder -> entitled(holder.entry()).contains(reward))
                .toList();
        long claimed = reached.stream()
                .filter(holder -> holder.entry().claims().containsKey(reward.tier()))
                .count();
        long owed = reached.stream()
                .filter(holder -> books.grants(holder.bot().playerId(), occurrence).stream()
                        .noneMatch(grant -> grant.tier() == reward.tier()))
                .count();
        long settled = reached.stream()
                .filter(holder -> !holder.entry().claims().containsKey(reward.tier()))
                .filter(holder -> holder.entry().claimed().containsKey(reward.tier()))
                .count();
        long granted = books.grants().stream()
                .filter(grant -> grant.occurrence().equals(occurrence) && grant.tier() == reward.tier())
                .count();
        long written = script().part().written().stream()
                .filter(each -> each.tier() == reward.tier())
                .mapToLong(Reward::at)
                .findFirst()
                .orElse(reward.at());
        return new Tier(occurrence, reward, written, reached.size(), claimed, settled, owed, granted);
    }

    private void rewards(Holder holder, List<Performance.Finding> findings) {
        var occurrence = holder.entry().occurrence();
        var left = new ArrayList<>(books.grants(holder.bot().playerId(), occurrence));
        for (var reward : entitled(holder.entry())) {
            boolean has = left.remove(new Books.Grant(
                    holder.bot().playerId(), occurrence, reward.tier(), reward.item(), reward.amount()));
            if (!has) {
                findings.add(new Performance.Finding(
                        "reward-missing",
                        holder.bot().name(),
                        "%s: came to %d and was not given %d %s for tier %d"
                                .formatted(
                                        occurrence,
                                        holder.entry().own(),
                                        reward.amount(),
                                        reward.item(),
                                        reward.tier())));
            }
        }
        left.forEach(grant -> findings.add(new Performance.Finding(
                "reward-doubled",
                holder.bot().name(),
                "%s: came to %d and was given %d %s for tier %d, once more than it has a right to"
                        .formatted(occurrence, holder.entry().own(), grant.amount(), grant.item(), grant.tier()))));
    }

    private void progress(Holder holder, List<Performance.Finding> findings) {
        var entry = holder.entry();
        if (takings.hasLooked(holder.bot().name()) && entry.own() != entry.progress()) {
            findings.add(new Performance.Finding(
                    "wrong-progress",
                    holder.bot().name(),
                    "%s: did what counts %d times and came to %d"
                            .formatted(entry.occurrence(), entry.own(), entry.progress())));
        }
    }

    private List<Reward> entitled(Entry entry) {
        var goal =
                ParticipationRules.together(event()) ? Optional.of(total(entry.occurrence())) : Optional.<Long>empty();
        return entry.entitled(event().rewards(), goal);
    }

    private Stream<Holder> holders() {
        return bots.stream().flatMap(bot -> bot.entries().stream().map(entry -> new Holder(bot, entry)));
    }

    /** What should be in inboxes. */
    Mail mail() {
        return new Mail(expectation, takings);
    }

    private Script script() {
        return expectation.script();
    }

    private LiveEvent event() {
        return expectation.published().revision().event();
    }
}
