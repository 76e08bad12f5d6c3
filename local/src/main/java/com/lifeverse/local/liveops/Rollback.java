package com.lifeverse.local.liveops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What is to be done to take a batch of publications back: each of it, the last one first, and nothing else. What was taken back already
 * stays so; what others have changed since is left to them.
 */
public record Rollback(String batch, List<Step> steps) {
    /** What becomes of one event. */
    public sealed interface Step {
        String event();

        /**
         * It is to be published as it was.
         *
         * @param version of the event that this is judged by
         */
        record Publish(String event, int revision, long version) implements Step {}

        /**
         * It was not there before.
         *
         * @param version of the event that this is judged by
         */
        record Withdraw(String event, long version) implements Step {}

        /** It is as it was before, or was so since. */
        record TakenBack(String event) implements Step {}

        /** It is not of the batch. */
        record NotOfIt(String event) implements Step {}

        /** Somebody else has changed since what players have of it. */
        record Changed(String event, String who, Instant at) implements Step {}
    }

    /**
     * What players were given of an event, or that it was taken away.
     *
     * @param version of the event that came of it
     * @param revision empty if they have nothing from then on
     */
    record Turn(
            long version,
            OptionalInt revision,
            Instant at,
            String who,
            Optional<String> batch,
            Optional<String> takesBack) {
        /** The newest last; where the clock stands still, one that came later of its event goes by its number. */
        static final Comparator<Turn> BY_TIME = Comparator.comparing(Turn::at).thenComparingLong(Turn::version);

        /** One that nobody said a batch of is one by itself, if it was not to take something back. */
        boolean isAlone() {
            return revision.isPresent() && batch.isEmpty() && takesBack.isEmpty();
        }
    }

    /**
     * An event with its turns, the last one first.
     *
     * @param version of the event when that was read
     */
    public record History(String event, long version, List<Turn> turns) {
        public History {
            turns = List.copyOf(turns);
        }

        /** As the entries of its log say, all of them, the last one first. */
        public static History of(String event, ArrayNode log) {
            var turns = new ArrayList<Turn>();
            for (var entry : log) {
                var action = entry.path("action").asText();
                boolean published = action.equals("published");
                if (published || action.equals("withdrawn")) {
                    turns.add(new Turn(
                            entry.path("version").asLong(),
                            published ? OptionalInt.of(entry.path("revision").asInt()) : OptionalInt.empty(),
                            Instant.parse(entry.path("at").asText()),
                            entry.path("who").asText(),
                            text(entry.path("batch")),
                            text(entry.path("takesBack"))));
                }
            }
            return new History(event, log.at("/0/version").asLong(), turns);
        }

        /** Without what was taken back, and what took it back; the last first. */
        List<Turn> standing() {
            var standing = new ArrayList<Turn>();
            for (var turn : turns.reversed()) {
                boolean undoes = !standing.isEmpty()
                        && turn.takesBack().isPresent()
                        && turn.takesBack().equals(standing.getLast().batch());
                if (undoes) {
                    standing.removeLast();
                } else {
                    standing.add(turn);
                }
            }
            return standing.reversed();
        }

        private static Optional<String> text(JsonNode node) {
            return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
        }
    }

    public Rollback {
        steps = List.copyOf(steps);
    }

    /**
     * The newest batch among these events, or the one that is named; where none of their publications says a batch, the last of them
     * is one by itself. Empty if there is nothing to take back.
     */
    public static Optional<Rollback> of(List<History> histories, Optional<String> named) {
        if (named.isPresent()) {
            return named.map(batch -> of(batch, histories));
        }
        var newest = turns(histories)
                .filter(turn -> turn.getValue().batch().isPresent())
                .max(Map.Entry.comparingByValue(Turn.BY_TIME))
                .map(turn -> of(turn.getValue().batch().orElseThrow(), histories));
        return newest.or(() -> turns(histories)
                .filter(turn -> turn.getValue().isAlone())
                .max(Map.Entry.comparingByValue(Turn.BY_TIME))
                .map(turn -> alone(turn.getKey(), turn.getValue(), histories)));
    }

    private static Stream<Map.Entry<String, Turn>> turns(List<History> histories) {
        return histories.stream()
                .flatMap(history -> history.turns().stream().map(turn -> Map.entry(history.event(), turn)));
    }

    private static Rollback of(String batch, List<History> histories) {
        // Whoever requires another was published after it, and goes before it.
        var latestFirst = histories.reversed().stream()
                .sorted(Comparator.comparing(
                        (History history) -> history.turns().stream()
                                .filter(turn ->
                                        turn.batch().filter(batch::equals).isPresent())
                                .map(Turn::at)
                                .findFirst()
                                .orElse(Instant.MIN),
                        Comparator.reverseOrder()))
                .toList();
        return new Rollback(
                batch, latestFirst.stream().map(history -> step(history, batch)).toList());
    }

    /** One that says no batch is called by what its event and number are. */
    private static Rollback alone(String event, Turn turn, List<History> histories) {
        var batch = "%s-%d".formatted(event, turn.at().toEpochMilli());
        var named = histories.stream()
                .map(history -> new History(
                        history.event(),
                        history.version(),
                        history.turns().stream()
                                .map(each ->
                                        each.equals(turn) && history.event().equals(event)
                                                ? new Turn(
                                                        each.version(),
                                                        each.revision(),
                                                        each.at(),
                                                        each.who(),
                                                        Optional.of(batch),
                                                        Optional.empty())
                                                : each)
                                .toList()))
                .toList();
        return of(batch, named);
    }

    private static Step step(History history, String batch) {
        if (history.turns().stream().noneMatch(turn -> isOf(turn, batch))) {
            return new Step.NotOfIt(history.event());
        }
        var turns = history.standing();
        int at = 0;
        while (at < turns.size() && !isOf(turns.get(at), batch)) {
            at++;
        }
        if (at == turns.size()) {
            return new Step.TakenBack(history.event());
        }
        var before = at + 1 < turns.size() ? turns.get(at + 1).revision() : OptionalInt.empty();
        var last = turns.getFirst();
        if (at > 0) {
            return last.revision().equals(before)
                    ? new Step.TakenBack(history.event())
                    : new Step.Changed(history.event(), last.who(), last.at());
        }
        return before.isPresent()
                ? new Step.Publish(history.event(), before.getAsInt(), history.version())
                : new Step.Withdraw(history.event(), history.version());
    }

    private static boolean isOf(Turn turn, String batch) {
        return turn.batch().filter(batch::equals).isPresent();
    }
}
