package com.lifeverse.session.support;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.Session;
import com.lifeverse.session.inbox.Inbox;
import com.lifeverse.session.inbox.InboxMessage;
import com.lifeverse.session.inbox.InboxNotice;
import com.lifeverse.session.live.CommandId;
import com.lifeverse.session.live.LivePlayer;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.live.LiveSessions.RenewalOutcome.Renewed;
import com.lifeverse.session.live.LiveSessions.RenewalOutcome.Unmatched;
import com.lifeverse.session.live.LiveSessions.StartOutcome.Started;
import com.lifeverse.session.live.LiveSessions.StartOutcome.Superseded;
import com.lifeverse.session.live.Renewal;
import com.lifeverse.session.live.SessionEnd;
import com.lifeverse.session.live.SessionStart;
import com.lifeverse.session.signin.Identity;
import com.lifeverse.session.signin.NewPlayer;
import com.lifeverse.session.signin.Players;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The ports in memory, each call as atomic as a conditional write; it counts the writes and keeps all that was ever told. */
public final class InMemorySessionTables implements SessionTables, LiveSessions, Players, Inbox {
    private final Map<String, LivePlayer> live = new HashMap<>();
    private final Map<String, List<Envelope>> outbox = new HashMap<>();
    private final Map<String, Identity> identities = new HashMap<>();
    private final Map<String, NavigableMap<String, InboxMessage>> inboxes = new HashMap<>();
    private final List<Envelope> everTold = new ArrayList<>();
    private int writes;

    @Override
    public LiveSessions live() {
        return this;
    }

    @Override
    public Players players() {
        return this;
    }

    @Override
    public Inbox inbox() {
        return this;
    }

    @Override
    public synchronized List<Envelope> told(String playerId) {
        return outbox.getOrDefault(playerId, List.of());
    }

    /** All news of all writes, in order. */
    public synchronized List<Envelope> everTold() {
        return List.copyOf(everTold);
    }

    /** Conditional writes to live items so far, whether their conditions held or not. */
    public synchronized int writes() {
        return writes;
    }

    @Override
    public synchronized Optional<LivePlayer> read(String playerId) {
        return Optional.ofNullable(live.get(playerId));
    }

    @Override
    public synchronized StartOutcome start(SessionStart start) {
        writes++;
        var before = read(start.playerId());
        if (!before.map(LivePlayer::lastCommand).equals(start.expected())) {
            return new Superseded(before);
        }
        long notices = before.map(LivePlayer::notices).orElse(start.firstNotices());
        write(start.playerId(), List.of(start.session()), notices, start.command(), start.news());
        return new Started(notices);
    }

    @Override
    public synchronized RenewalOutcome renew(Renewal renewal) {
        writes++;
        var before = read(renewal.playerId());
        var session = before.flatMap(player -> player.session(renewal.sessionId()));
        if (before.isEmpty() || session.isEmpty() || !matches(session.get(), renewal)) {
            return new Unmatched(before);
        }
        var sessions = replaced(before.get(), session.get(), List.of(renewed(session.get(), renewal)));
        write(renewal.playerId(), sessions, before.get().notices(), renewal.command(), List.of());
        return new Renewed(before.get());
    }

    @Override
    public synchronized EndOutcome end(SessionEnd end) {
        writes++;
        var before = read(end.playerId());
        var session = before.flatMap(player -> player.session(end.sessionId()))
                .filter(found -> end.family().isEmpty() || end.family().get().equals(found.family()));
        if (before.isEmpty() || session.isEmpty()) {
            return EndOutcome.ALREADY_ENDED;
        }
        var sessions = replaced(before.get(), session.get(), List.of());
        write(end.playerId(), sessions, before.get().notices(), end.command(), end.news());
        return EndOutcome.ENDED;
    }

    @Override
    public synchronized Optional<Identity> identity(String key) {
        return Optional.ofNullable(identities.get(key));
    }

    @Override
    public synchronized Creation create(NewPlayer player) {
        var known = identities.get(player.identity().key());
        if (known != null) {
            // A transaction sent again with its own token succeeds once more.
            boolean again = read(player.start().playerId())
                    .map(LivePlayer::lastCommand)
                    .filter(player.start().command()::equals)
                    .isPresent();
            return again ? Creation.CREATED : Creation.OVERTAKEN;
        }
        identities.put(player.identity().key(), player.identity());
        start(player.start());
        return Creation.CREATED;
    }

    @Override
    public synchronized Delivery deliver(InboxMessage message, Instant expiresAt) {
        var inbox = inboxes.computeIfAbsent(message.playerId(), _ -> new TreeMap<>());
        if (inbox.putIfAbsent(message.id(), message) != null) {
            return Delivery.ALREADY_THERE;
        }
        var player = live.get(message.playerId());
        if (player == null) {
            return Delivery.KEPT;
        }
        write(
                player.playerId(),
                player.sessions(),
                player.notices() + 1,
                player.lastCommand(),
                List.of(InboxNotice.of(message)));
        return Delivery.ANNOUNCED;
    }

    @Override
    public synchronized List<InboxMessage> newest(String playerId, Optional<String> before, int count) {
        var newestFirst = inboxes.getOrDefault(playerId, new TreeMap<>()).descendingMap();
        return before.map(id -> newestFirst.tailMap(id, false)).orElse(newestFirst).values().stream()
                .limit(count)
                .toList();
    }

    private void write(String playerId, List<Session> sessions, long notices, CommandId command, List<Envelope> news) {
        live.put(playerId, new LivePlayer(playerId, sessions, notices, command));
        outbox.put(playerId, news);
        everTold.addAll(news);
    }

    private static boolean matches(Session session, Renewal renewal) {
        boolean generation = session.generation() == renewal.generation() || session.generation() == renewal.next();
        return session.family().equals(renewal.family())
                && generation
                && !session.renewAt().isBefore(renewal.earliestDue());
    }

    private static Session renewed(Session old, Renewal renewal) {
        return new Session(
                old.id(),
                old.family(),
                renewal.next(),
                old.client(),
                old.startedAt(),
                renewal.now(),
                renewal.renewAt(),
                old.newPlayer(),
                old.mark());
    }

    private static List<Session> replaced(LivePlayer player, Session old, List<Session> by) {
        var sessions = new ArrayList<>(player.sessions());
        sessions.remove(old);
        sessions.addAll(by);
        return sessions;
    }
}
