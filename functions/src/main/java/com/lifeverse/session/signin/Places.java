package com.lifeverse.session.signin;

import com.lifeverse.session.Concurrency;
import com.lifeverse.session.Session;
import com.lifeverse.session.SessionPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether there is a place for one more session, and which give way to it. */
sealed interface Places {
    /**
     * There is.
     *
     * @param kept those that stay
     * @param ending those that end
     * @param resumed the one that goes on instead of a new one
     */
    record Free(List<Session> kept, List<Session> ending, Optional<Session> resumed) implements Places {
        static final Free NOTHING = new Free(List.of(), List.of(), Optional.empty());

        public Free {
            kept = List.copyOf(kept);
            ending = List.copyOf(ending);
        }
    }

    /** There is none until this one ends. */
    record Taken(Session by) implements Places {}

    /**
     * The places of a player. A session whose lease and grace are over holds none, and neither does one on the same device:
     * a device plays once.
     */
    static Places of(List<Session> sessions, SignInCommand command, Instant now, SessionPolicy policy) {
        var resumed = resumed(sessions, command, now, policy);
        var ending = new ArrayList<Session>();
        var others = new ArrayList<Session>();
        for (var session : sessions) {
            if (resumed.filter(session::equals).isPresent()) {
                continue;
            }
            boolean over = policy.lapsed(session, now) || sameDevice(session, command);
            (over ? ending : others).add(session);
        }
        if (resumed.isEmpty()) {
            var rivals = rivals(others, command, policy.concurrency());
            if (!rivals.isEmpty() && policy.concurrency().winner() == Concurrency.Winner.OLDEST) {
                return new Taken(rivals.getFirst());
            }
            ending.addAll(rivals);
            others.removeAll(rivals);
        }
        return new Free(others, ending, resumed);
    }

    /** Those that are too many beside one more, the earliest first. */
    private static List<Session> rivals(List<Session> others, SignInCommand command, Concurrency rule) {
        var byAge = others.stream()
                .sorted(Comparator.comparing(Session::startedAt).thenComparing(Session::id))
                .toList();
        var counted = byAge.stream()
                .filter(session -> rule.scope() == Concurrency.Scope.PLAYER
                        || session.client().platform() == command.client().platform())
                .toList();
        int many = counted.size() + 1 - rule.most();
        if (many > 0) {
            return counted.subList(0, many);
        }
        return byAge.subList(0, Math.max(0, byAge.size() + 1 - Concurrency.MOST));
    }

    private static Optional<Session> resumed(
            List<Session> sessions, SignInCommand command, Instant now, SessionPolicy policy) {
        return command.resume()
                .flatMap(id -> sessions.stream()
                        .filter(session -> session.id().equals(id))
                        .filter(session -> sameDevice(session, command) && !policy.lapsed(session, now))
                        .findFirst());
    }

    private static boolean sameDevice(Session session, SignInCommand command) {
        return session.client().device().isPresent()
                && session.client().device().equals(command.client().device());
    }
}
