package com.lifeverse.local.bus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.delivery.Deliveries;
import com.lifeverse.local.delivery.Delivery;
import com.lifeverse.local.delivery.MatchedEvent;
import com.lifeverse.local.delivery.Origin;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Endpoints;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.platform.runtime.IdSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * All buses of the stack. When {@link #put} returns, each delivery that an accepted event calls for is durably recorded;
 * an event that no rule wants leaves no trace.
 */
public final class EventBuses {
    /** What came of one entry. */
    public sealed interface Outcome {
        /** The bus has it. */
        record Accepted(String eventId) implements Outcome {}

        /** That entry alone was refused. */
        record Refused(PutEntry.Fault fault) implements Outcome {}
    }

    private static final int MAXIMUM_ENTRIES = 10;
    private static final int MAXIMUM_BYTES = 1_048_576;

    private final Store store;
    private final Agenda clock;
    private final IdSource ids;
    private final Deliveries deliveries;
    private final Endpoints endpoints;
    private final Archives archives;
    private final Replays replays;
    private final Map<String, EventBus> buses = new ConcurrentHashMap<>();

    public EventBuses(Store store, Agenda clock, IdSource ids, Deliveries deliveries, Endpoints endpoints) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.archives = new Archives(store);
        this.replays = new Replays(store, clock, this);
        define(EventRule.DEFAULT_BUS);
    }

    /** Makes a bus, if it is not there; answers its ARN. Rules of other buses can pass their events on to it. */
    public String define(String name) {
        var arn = EventBus.arn(name);
        buses.computeIfAbsent(name, EventBus::new);
        endpoints.register(arn, (caller, payload) -> {
            caller.require("events:PutEvents", arn);
            if (!(Json.read(payload) instanceof ObjectNode event)) {
                throw invalid("An event is an object");
            }
            arrived(name, event);
        });
        return arn;
    }

    /** What is kept of buses. */
    public Archives archives() {
        return archives;
    }

    /** What of that is put on them again. */
    public Replays replays() {
        return replays;
    }

    Instant now() {
        return clock.instant();
    }

    /** Puts an event that is one already on a bus, as far as some of its rules are concerned. */
    void pass(String name, ObjectNode event, Predicate<EventRule> rules) {
        var bus = buses.get(name);
        if (bus != null) {
            store.write(() -> deliveries.record(taken(bus, event, clock.instant(), rules, _ -> true)));
        }
    }

    /** Puts an event that another bus passed on. It goes no further than that: a third bus does not get it. */
    private void arrived(String name, ObjectNode event) {
        var bus = buses.get(name);
        if (bus != null) {
            store.write(() -> deliveries.record(
                    taken(bus, event, clock.instant(), _ -> true, target -> !EventBus.isArn(target.arn()))));
        }
    }

    /** Puts what a service of AWS says of itself on the account's own bus, such as CloudWatch that an alarm rings; nobody else may. */
    public void tell(String source, String detailType, ObjectNode detail) {
        var now = clock.instant();
        var entry = new PutEntry(
                EventRule.DEFAULT_BUS,
                Optional.of(source),
                Optional.of(detailType),
                Optional.of(Json.text(detail)),
                List.of(),
                Optional.empty());
        var bus = Objects.requireNonNull(buses.get(EventRule.DEFAULT_BUS));
        store.write(() ->
                deliveries.record(taken(bus, entry.event(ids.next().toString(), now), now, _ -> true, _ -> true)));
    }

    /** True if there is a bus of that name. */
    public boolean holds(String name) {
        return buses.containsKey(name);
    }

    /** The names of all buses. */
    List<String> names() {
        return buses.keySet().stream().sorted().toList();
    }

    /** The rules of a bus by name; empty if there is no such bus. */
    Optional<List<EventRule>> rules(String bus) {
        return Optional.ofNullable(buses.get(bus)).map(EventBus::rules);
    }

    /** Adds a rule to its bus, or puts it in the place of one of the same name. */
    public void put(EventRule rule) {
        var bus = buses.get(rule.bus());
        if (bus == null) {
            throw new IllegalArgumentException("Rule " + rule.name() + ": there is no bus " + rule.bus());
        }
        bus.put(rule);
    }

    /**
     * Puts up to 10 events of 1 MB together; one outcome an entry, in order. An event for a bus that does not exist is
     * accepted and dropped, as AWS does.
     *
     * @param caller needs {@code events:PutEvents} on each bus
     * @throws AwsServiceException ValidationException for the call as a whole, AccessDeniedException
     */
    public List<Outcome> put(Caller caller, List<PutEntry> entries) {
        requireLimits(entries);
        entries.stream()
                .map(PutEntry::bus)
                .distinct()
                .forEach(bus -> caller.require("events:PutEvents", EventBus.arn(bus)));
        var now = clock.instant();
        var outcomes = new ArrayList<Outcome>();
        var matched = new ArrayList<Delivery>();
        store.write(() -> {
            for (var entry : entries) {
                var fault = entry.fault();
                if (fault.isPresent()) {
                    outcomes.add(new Outcome.Refused(fault.get()));
                } else {
                    var id = ids.next().toString();
                    var bus = buses.get(entry.bus());
                    if (bus != null) {
                        matched.addAll(taken(bus, entry.event(id, now), now, _ -> true, _ -> true));
                    }
                    outcomes.add(new Outcome.Accepted(id));
                }
            }
            deliveries.record(matched);
        });
        return outcomes;
    }

    /** Keeps an event where it is to be kept, and says to whom it goes. Part of a write. */
    private List<Delivery> taken(
            EventBus bus,
            ObjectNode tree,
            Instant now,
            Predicate<EventRule> rules,
            Predicate<EventRule.Target> targets) {
        var text = Json.text(tree);
        archives.keep(bus.name(), text, tree, now);
        var matched = new ArrayList<Delivery>();
        for (var rule : bus.matching(text)) {
            if (rules.test(rule)) {
                var event = new MatchedEvent(text, tree, rule.arn(), rule.name(), now);
                rule.targets().stream().filter(targets).forEach(target -> matched.add(delivery(rule, target, event)));
            }
        }
        return matched;
    }

    private Delivery delivery(EventRule rule, EventRule.Target target, MatchedEvent event) {
        return new Delivery(
                ids.next().toString(),
                new Origin(Origin.Kind.RULE, rule.arn(), target.roleArn()),
                target.arn(),
                target.input().of(event),
                event.text(),
                target.retryPolicy(),
                target.deadLetterArn(),
                event.ingestedAt(),
                0,
                event.ingestedAt());
    }

    private static void requireLimits(List<PutEntry> entries) {
        if (entries.isEmpty() || entries.size() > MAXIMUM_ENTRIES) {
            throw invalid(
                    "1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have "
                            + (entries.isEmpty()
                                    ? "length greater than or equal to 1"
                                    : "length less than or equal to 10"));
        }
        if (entries.stream().mapToInt(PutEntry::bytes).sum() > MAXIMUM_BYTES) {
            throw invalid("Total size of the entries in the request is over the limit.");
        }
    }

    private static AwsServiceException invalid(String message) {
        return Refusals.of("ValidationException", message);
    }
}
