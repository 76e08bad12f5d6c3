package com.lifeverse.local.rehearse;

import com.lifeverse.liveops.event.LiveEvent.Message;
import com.lifeverse.liveops.participation.ParticipationRules;
import com.lifeverse.liveops.run.RunRules;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What should be in bots' inboxes when all is over, held against what is. */
record Mail(Expectation expectation, Takings takings) {
    /** What is missing in a bot's inbox, or is there too often. */
    List<Performance.Finding> findings(Bot bot) {
        return expected(bot).entrySet().stream()
                .filter(each -> takings.messages(bot.name(), each.getKey()) != each.getValue())
                .map(each -> {
                    long had = takings.messages(bot.name(), each.getKey());
                    return new Performance.Finding(
                            had < each.getValue() ? "message-missing" : "message-doubled",
                            bot.name(),
                            "%s is in its inbox %d times instead of %d".formatted(each.getKey(), had, each.getValue()));
                })
                .toList();
    }

    /** How often each text should be in a bot's inbox: those of the event, and that of the trigger. */
    SortedMap<String, Long> expected(Bot bot) {
        var expected = new TreeMap<String, Long>();
        for (var message : expectation.published().revision().event().messages()) {
            long times = bot.entries().stream()
                    .filter(entry -> isTold(entry, message))
                    .count();
            expected.merge(message.key(), times, Long::sum);
        }
        long did =
                bot.entries().stream().mapToLong(entry -> entry.feats().size()).sum();
        expectation.script().part().feat().flatMap(Feat::told).ifPresent(key -> expected.merge(key, did, Long::sum));
        return expected;
    }

    /** Who joins later is not told what was. */
    private boolean isTold(Entry entry, Message message) {
        var calendar = expectation.published().revision().event().calendar();
        var at = RunRules.at(calendar, entry.occurrence(), message, entry.offset());
        return entry.joinedAt().filter(joined -> !joined.isAfter(at)).isPresent()
                && !at.isAfter(ParticipationRules.lastOver(calendar, entry.occurrence()));
    }
}
