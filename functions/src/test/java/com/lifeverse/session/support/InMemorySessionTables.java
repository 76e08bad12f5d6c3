package com.lifeverse.session.support;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.Session;
import com.lifeverse.session.identity.Identities;
import com.lifeverse.session.identity.Identities.Linking;
import com.lifeverse.session.identity.Identities.Unlinking;
import com.lifeverse.session.inbox.Inbox;
import com.lifeverse.session.inbox.Inbox.Delivery;
import com.lifeverse.session.inbox.InboxMessage;
import com.lifeverse.session.inbox.InboxNotice;
import com.lifeverse.session.live.CommandId;
import com.lifeverse.session.live.LiveChange;
import com.lifeverse.session.live.LivePlayer;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.live.LiveSessions.ChangeOutcome;
import com.lifeverse.session.live.LiveSessions.ChangeOutcome.Changed;
import com.lifeverse.session.live.LiveSessions.ChangeOutcome.Overtaken;
import com.lifeverse.session.live.LiveSessions.EndOutcome;
import com.lifeverse.session.live.LiveSessions.RenewalOutcome;
import com.lifeverse.session.live.LiveSessions.RenewalOutcome.Renewed;
import com.lifeverse.session.live.LiveSessions.RenewalOutcome.Unmatched;
import com.lifeverse.session.live.LiveSessions.StartOutcome;
import com.lifeverse.session.live.LiveSessions.StartOutcome.Started;
import com.lifeverse.session.live.LiveSessions.StartOutcome.Superseded;
import com.lifeverse.session.live.Renewal;
import com.lifeverse.session.live.SessionEnd;
import com.lifeverse.session.live.SessionStart;
import com.lifeverse.session.live.Standing;
import com.lifeverse.session.signin.Failures;
import com.lifeverse.session.signin.Identity;
import com.lifeverse.session.signin.NewPlayer;
import com.lifeverse.session.signin.Players;
import com.lifeverse.session.signin.Players.Creation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The ports in memory, each call as atomic as a conditional write; it counts the writes and keeps all that was ever told. */
public final class InMemorySessionTables implements SessionTables, LiveSessions, Players, Identities, Inbox {
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
    public Identities identities() {
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
        var before = read(start.playerId());
        if (before.map(LivePlayer::lastCommand).filter(start.command()::equals).isPresent()) {
            writes++;
            return new Superseded(before);
        }
        return switch (change(start.change())) {
            case Changed() -> new Started(live.get(start.playerId()).notices());
            case Overtaken(var current) -> new Superseded(current);
        };
    }

    @Override
    public synchronized ChangeOutcome change(LiveChange change) {
        writes++;
        var before = read(change.playerId());
        var last = before.map(LivePlayer::lastCommand);
        if (!last.equals(change.expected())) {
            // A write that comes again after a lost reply was made by nobody else.
            return last.filter(change.command()::equals).isPresent() ? new Changed() : new Overtaken(before);
        }
        long notices = before.map(LivePlayer::notices).orElse(change.firstNotices());
        var after = new LivePlayer(change.playerId(), change.sessions(), notices, change.command(), change.standing());
        write(after, change.news());
        return new Changed();
    }

    @Override
    public synchronized RenewalOutcome renew(Renewal renewal) {
        writes++;
        var before = read(renewal.playerId());
        var session = before.flatMap(player -> player.session(renewal.sessionId()));
        if (before.isEmpty() || session.isEmpty() || !matches(session.get(), renewal)) {
            return new Unmatched(before);
        }
        var sessions = replaced(
                before.get(),
                session.get(),
                List.of(session.get().renewed(renewal.next(), renewal.now(), renewal.renewAt())));
        write(with(before.get(), sessions, renewal.command(), before.get().standing()), List.of());
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
        if (end.bearer().isPresent() && session.get().fence() > end.bearer().get()) {
            return EndOutcome.MOVED;
        }
        var sessions = replaced(before.get(), session.get(), List.of());
        var standing = before.get().standing().ended(end.last());
        write(with(before.get(), sessions, end.command(), standing), end.news());
        return EndOutcome.ENDED;
    }

    @Override
    public synchronized Optional<Identity> identity(String key) {
        return Optional.ofNullable(identities.get(key));
    }

    @Override
    public synchronized long failed(String key, long window) {
        var known = identities.get(key);
        long count = known.failures().window() == window ? known.failures().count() + 1 : 1;
        identities.put(
                key, new Identity(key, known.kind(), known.playerId(), known.secret(), new Failures(window, count)));
        return count;
    }

    @Override
    public synchronized boolean exists(String playerId) {
        return identities.values().stream()
                .anyMatch(identity -> identity.playerId().equals(playerId));
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
    public synchronized Linking link(Identity identity, Instant now) {
        return identities.putIfAbsent(identity.key(), identity) == null ? Linking.LINKED : Linking.TAKEN;
    }

    @Override
    public synchronized List<Linked> of(String playerId) {
        return identities.values().stream()
                .filter(identity -> identity.playerId().equals(playerId))
                .map(identity -> new Linked(identity.id(), identity.kind(), Fixtures.NOW))
                .toList();
    }

    @Override
    public synchronized Unlinking unlink(String playerId, String id) {
        var all = of(playerId);
        if (all.stream().noneMatch(linked -> linked.id().equals(id))) {
            return Unlinking.NOT_FOUND;
        }
        if (all.size() == 1) {
            return Unlinking.LAST;
        }
        identities.values().removeIf(identity -> identity.id().equals(id));
        return Unlinking.UNLINKED;
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
                new LivePlayer(
                        player.playerId(),
                        player.sessions(),
                        player.notices() + 1,
                        player.lastCommand(),
                        player.standing()),
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

    private void write(LivePlayer player, List<Envelope> news) {
        live.put(player.playerId(), player);
        outbox.put(player.playerId(), news);
        everTold.addAll(news);
    }

    private static LivePlayer with(LivePlayer before, List<Session> sessions, CommandId command, Standing standing) {
        return new LivePlayer(before.playerId(), sessions, before.notices(), command, standing);
    }

    private static boolean matches(Session session, Renewal renewal) {
        boolean generation = session.generation() == renewal.generation() || session.generation() == renewal.next();
        return session.family().equals(renewal.family())
                && generation
                && !session.renewAt().isBefore(renewal.earliestDue());
    }

    private static List<Session> replaced(LivePlayer player, Session old, List<Session> by) {
        var sessions = new ArrayList<>(player.sessions());
        sessions.remove(old);
        sessions.addAll(by);
        return sessions;
    }
}
