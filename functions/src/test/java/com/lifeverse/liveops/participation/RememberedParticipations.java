package com.lifeverse.liveops.participation;

import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Participations and goals in memory. */
public final class RememberedParticipations implements Participations, Goals {
    private static final int PAGE = 2;

    /** What was told, in order. */
    public final List<Envelope> told = new ArrayList<>();

    /** What others do before the next writes, one each. */
    public final Deque<Runnable> meanwhile = new ArrayDeque<>();

    private final TreeMap<String, Participation> all = new TreeMap<>();
    private final Set<String> marks = new HashSet<>();
    private final Map<String, Long> seats = new HashMap<>();
    private final Map<String, Long> shares = new HashMap<>();
    private final Map<String, OwnClocks> clocks = new HashMap<>();
    private final TreeMap<String, Vacancy> vacancies = new TreeMap<>();
    private final Map<String, Goal> goals = new HashMap<>();

    private record Vacancy(Seat seat, boolean vacant) {}

    private static String key(String event, LocalDateTime occurrence, String playerId) {
        return event + "#" + occurrence + "#" + playerId;
    }

    private static String key(Participation who) {
        return key(who.event(), who.occurrence(), who.playerId());
    }

    @Override
    public Optional<Participation> find(String event, LocalDateTime occurrence, String playerId) {
        return Optional.ofNullable(all.get(key(event, occurrence, playerId)));
    }

    @Override
    public Optional<Participation> latest(String event, String playerId) {
        return all.values().stream()
                .filter(who -> who.event().equals(event) && who.playerId().equals(playerId))
                .max(Comparator.comparing(Participation::occurrence));
    }

    @Override
    public Page page(String event, LocalDateTime occurrence, int bucket, Optional<String> after) {
        var found = all.values().stream()
                .filter(who -> who.event().equals(event) && who.occurrence().equals(occurrence))
                .filter(who -> Participation.bucket(who.playerId()) == bucket)
                .filter(who -> after.isEmpty() || who.playerId().compareTo(after.get()) > 0)
                .limit(PAGE)
                .toList();
        return new Page(
                found,
                found.size() < PAGE
                        ? Optional.empty()
                        : Optional.of(found.getLast().playerId()));
    }

    @Override
    public List<Standing> board(String event, LocalDateTime occurrence, long cohort, int most) {
        return all.values().stream()
                .filter(who -> who.event().equals(event) && who.occurrence().equals(occurrence))
                .filter(who -> who.cohort() == cohort)
                .map(who -> new Standing(who.playerId(), who.progress(), who.progressAt()))
                .sorted(Comparator.comparingLong(Standing::progress).reversed().thenComparing(Standing::at))
                .limit(most)
                .toList();
    }

    @Override
    public Optional<Long> seat(String event, LocalDateTime occurrence, int lane, long most, Instant forgotten) {
        long taken = seats.getOrDefault(key(event, occurrence, "lane-" + lane), 0L);
        if (taken >= most) {
            return Optional.empty();
        }
        seats.put(key(event, occurrence, "lane-" + lane), taken + 1);
        return Optional.of(taken);
    }

    @Override
    public Optional<OwnClocks> clocks(String event, String playerId) {
        return Optional.ofNullable(clocks.get(event + "#" + playerId));
    }

    @Override
    public void giveBack(String event, LocalDateTime occurrence, int lane, Seat seat, Instant forgotten) {
        var key = key(event, occurrence, "lane-%d-%d".formatted(lane, seat.number()));
        var known = vacancies.get(key);
        if (known == null ? seat.turn() == 0 : !known.vacant() && known.seat().equals(seat)) {
            vacancies.put(key, new Vacancy(seat, true));
        }
    }

    @Override
    public Optional<Seat> takeAgain(String event, LocalDateTime occurrence, int lane) {
        var vacant = vacancies.entrySet().stream()
                .filter(each -> each.getKey().startsWith(key(event, occurrence, "lane-%d-".formatted(lane))))
                .filter(each -> each.getValue().vacant())
                .findFirst();
        var again = vacant.map(each ->
                new Seat(each.getValue().seat().number(), each.getValue().seat().turn() + 1));
        vacant.ifPresent(each -> vacancies.put(each.getKey(), new Vacancy(again.orElseThrow(), false)));
        return again;
    }

    @Override
    public Saved save(Change change) {
        Optional.ofNullable(meanwhile.poll()).ifPresent(Runnable::run);
        var who = change.after();
        var own = who.event() + "#" + who.playerId();
        if (change.mark().filter(mark -> marks.contains(key(who) + mark)).isPresent()) {
            return Saved.COUNTED;
        }
        long before = Optional.ofNullable(all.get(key(who)))
                .map(Participation::revision)
                .orElse(0L);
        if (before != who.revision() - 1) {
            return Saved.OVERTAKEN;
        }
        if (change.clocks()
                .filter(binding -> !binding.before().equals(Optional.ofNullable(clocks.get(own))))
                .isPresent()) {
            return Saved.OVERTAKEN;
        }
        change.clocks().ifPresent(binding -> clocks.put(own, binding.after()));
        change.mark().ifPresent(mark -> marks.add(key(who) + mark));
        all.put(key(who), who);
        shares.merge(key(who.event(), who.occurrence(), ""), change.share(), Long::sum);
        told.addAll(change.news());
        return Saved.DONE;
    }

    @Override
    public Goal published(String event, LocalDateTime occurrence) {
        return goals.getOrDefault(key(event, occurrence, ""), Goal.NOTHING);
    }

    @Override
    public long sum(String event, LocalDateTime occurrence) {
        return shares.getOrDefault(key(event, occurrence, ""), 0L);
    }

    @Override
    public boolean publish(String event, LocalDateTime occurrence, Goal after, List<Envelope> news, Instant forgotten) {
        if (published(event, occurrence).version() != after.version() - 1) {
            return false;
        }
        goals.put(key(event, occurrence, ""), after);
        told.addAll(news);
        return true;
    }
}
