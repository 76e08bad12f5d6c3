package com.lifeverse.local.schedule;

import com.lifeverse.local.delivery.Deliveries;
import com.lifeverse.local.delivery.Delivery;
import com.lifeverse.local.delivery.Origin;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.platform.runtime.IdSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.h2.mvstore.MVMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * All schedules. The next firing of each is kept, so that one which fell into a time when nothing ran is caught up at
 * the next start: once, however many were missed. A firing and the next one's time are one write, so that none is lost
 * and none is doubled.
 */
public final class Schedules {
    private final Store store;
    private final Agenda agenda;
    private final IdSource ids;
    private final Deliveries deliveries;
    private final Callers callers;
    private final MVMap<String, String> kept;
    private final ScheduleDates dates;
    private final ScheduleGroups groups;
    private final Map<String, Schedule> schedules = new ConcurrentHashMap<>();
    private final List<Consumer<String>> completed = new CopyOnWriteArrayList<>();
    private volatile boolean started;

    public Schedules(Store store, Agenda agenda, IdSource ids, Deliveries deliveries, Callers callers) {
        this.callers = callers;
        this.store = store;
        this.agenda = agenda;
        this.ids = ids;
        this.deliveries = deliveries;
        this.kept = store.texts("schedules");
        this.dates = new ScheduleDates(store);
        this.groups = new ScheduleGroups(store);
    }

    /** Begins to fire. Call it when all targets have been made. */
    public void start() {
        started = true;
        schedules.values().stream().sorted((a, b) -> a.arn().compareTo(b.arn())).forEach(this::plan);
    }

    /** Adds a schedule, or finds it again with its next firing; one whose expression has changed begins anew. */
    public void put(Schedule schedule) {
        store.write(() -> {
            dates.note(schedule.arn(), schedule.request(), agenda.instant());
            var known = kept.get(schedule.arn());
            if (!schedule.enabled()) {
                kept.remove(schedule.arn());
            } else if (known == null
                    || !Json.read(known).path("declared").asText().equals(schedule.declared())) {
                keep(schedule, schedule.first(agenda.instant()));
            }
        });
        schedules.put(schedule.arn(), schedule);
        if (started) {
            plan(schedule);
        }
    }

    /** When a schedule fires next; empty if it is done, disabled or unknown. */
    public Optional<Instant> nextOf(String arn) {
        return Optional.ofNullable(kept.get(arn))
                .map(text -> Json.read(text).path("next"))
                .filter(next -> next.isTextual())
                .map(next -> Instant.parse(next.asText()));
    }

    private void plan(Schedule schedule) {
        nextOf(schedule.arn())
                .ifPresent(due ->
                        agenda.at(schedule.firing(due), "schedule " + schedule.arn(), () -> fire(schedule.arn(), due)));
    }

    private void fire(String arn, Instant due) {
        var schedule = schedules.get(arn);
        // A task may be older than the schedule: then another one stands for the present firing.
        if (schedule == null || nextOf(arn).filter(due::equals).isEmpty()) {
            return;
        }
        var now = agenda.instant();
        var next = schedule.next(due, now);
        store.write(() -> {
            keep(schedule, next);
            deliveries.record(List.of(delivery(schedule, due, now)));
            if (next.isEmpty() && schedule.deletedWhenDone()) {
                completed.forEach(each -> each.accept(arn));
            }
        });
        if (next.isEmpty() && schedule.deletedWhenDone()) {
            schedules.remove(arn);
        } else {
            plan(schedule);
        }
    }

    /** Forgets a schedule, so that one of its name can be made anew. */
    void remove(String arn) {
        store.write(() -> {
            kept.remove(arn);
            dates.forget(arn);
        });
        schedules.remove(arn);
    }

    /** The groups that schedules are in. */
    public ScheduleGroups groups() {
        return groups;
    }

    Instant now() {
        return agenda.instant();
    }

    ScheduleDates.Dates datesOf(String arn) {
        return dates.of(arn);
    }

    /**
     * Refuses what calls an operation that is not held here, or with a role that Scheduler may not take on.
     *
     * @throws AwsServiceException ValidationException
     */
    void requireReachable(Schedule schedule) {
        var arn = schedule.target().arn();
        if (arn.startsWith(Schedule.UNIVERSAL) && !deliveries.reaches(arn)) {
            throw SchedulerRefusals.refused(400, "ValidationException", "Not held locally: " + arn);
        }
        if (!callers.trusts(schedule.target().roleArn(), "scheduler.amazonaws.com")) {
            throw SchedulerRefusals.refused(
                    400,
                    "ValidationException",
                    "The execution role you provide must allow AWS EventBridge Scheduler to assume the role.");
        }
    }

    /** All schedules, by group and name. */
    List<Schedule> all() {
        return schedules.values().stream()
                .sorted(Comparator.comparing(Schedule::group).thenComparing(Schedule::name))
                .toList();
    }

    /** Has {@code forget} told, within the write of its last firing, of each schedule that is gone with it. */
    void onDeletion(Consumer<String> forget) {
        completed.add(forget);
    }

    /** The schedule of that ARN; one that was deleted after its completion is not there. */
    Optional<Schedule> find(String arn) {
        return Optional.ofNullable(schedules.get(arn));
    }

    /** All of a group, by name. */
    List<Schedule> in(String group) {
        return schedules.values().stream()
                .filter(schedule -> schedule.group().equals(group))
                .sorted(Comparator.comparing(Schedule::name))
                .toList();
    }

    private void keep(Schedule schedule, Optional<Instant> next) {
        var node = Json.object().put("declared", schedule.declared());
        next.ifPresent(instant -> node.put("next", instant.toString()));
        kept.put(schedule.arn(), Json.text(node));
    }

    private Delivery delivery(Schedule schedule, Instant due, Instant now) {
        var id = ids.next().toString();
        var target = schedule.target();
        var scheduled = due.truncatedTo(ChronoUnit.SECONDS).toString();
        var payload = target.input()
                .map(input -> input.replace("<aws.scheduler.schedule-arn>", schedule.arn())
                        .replace("<aws.scheduler.scheduled-time>", scheduled)
                        .replace("<aws.scheduler.execution-id>", id))
                .orElseGet(() -> ownEvent(schedule, id, scheduled));
        return new Delivery(
                id,
                new Origin(Origin.Kind.SCHEDULE, schedule.arn(), Optional.of(target.roleArn())),
                target.arn(),
                Optional.of(payload),
                payload,
                target.retryPolicy(),
                target.deadLetterArn(),
                now,
                0,
                now,
                Optional.of(scheduled));
    }

    private static String ownEvent(Schedule schedule, String id, String time) {
        var event = Json.object()
                .put("version", "0")
                .put("id", id)
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.scheduler")
                .put("account", Cloud.ACCOUNT)
                .put("time", time)
                .put("region", Cloud.REGION);
        event.putArray("resources").add(schedule.arn());
        return Json.text(event.put("detail", "{}"));
    }
}
