package com.lifeverse.liveops.settlement;

import com.lifeverse.liveops.event.LiveEvent.Reward;
import com.lifeverse.liveops.participation.Participation;
import com.lifeverse.liveops.participation.ParticipationRules;
import com.lifeverse.liveops.participation.Participations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds who of some buckets is owed something, and writes it down. A read unit for each 4 KB of a bucket, some nine players, one for an
 * empty bucket, and a file for each {@code batch} of who is owed something. It holds one page of players and one file at a time, however many there are, and takes
 * some 300 ms for each thousand of them on AWS. Taken again, it overwrites what it wrote.
 */
public record TakeInventory(Participations participations, Files files, int batch) {
    /**
     * What came of it.
     *
     * @param files how many were written
     */
    public record Found(Tally tally, int files) {
        private Found and(Found more) {
            return new Found(tally.and(more.tally), files + more.files);
        }
    }

    /** Takes the inventory of buckets, one after the other. */
    public Found of(Subject subject, String settlement, int round, Buckets buckets) {
        return buckets.each()
                .mapToObj(bucket -> of(subject, settlement, round, bucket))
                .reduce(new Found(Tally.NONE, 0), Found::and);
    }

    private Found of(Subject subject, String settlement, int round, int bucket) {
        var tally = Tally.NONE;
        var owed = new ArrayList<String>();
        int written = 0;
        Optional<String> after = Optional.empty();
        do {
            var page = participations.page(subject.event().id(), subject.occurrence(), bucket, after);
            for (var who : page.participations()) {
                var reached = ParticipationRules.reached(subject.event(), who, subject.goal());
                long claimed = claimed(who, reached);
                tally = tally.with(reached.size(), claimed);
                if (claimed < reached.size()) {
                    owed.add(who.playerId());
                }
                if (owed.size() == batch) {
                    files.write(settlement, round, bucket, ++written, owed);
                    owed.clear();
                }
            }
            after = page.next();
        } while (after.isPresent());
        if (!owed.isEmpty()) {
            files.write(settlement, round, bucket, ++written, owed);
        }
        return new Found(tally, written);
    }

    private static long claimed(Participation who, List<Reward> reached) {
        return reached.stream()
                .filter(reward -> who.claimed().containsKey(reward.tier()))
                .count();
    }
}
