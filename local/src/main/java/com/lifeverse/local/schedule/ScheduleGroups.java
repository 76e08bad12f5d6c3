package com.lifeverse.local.schedule;

import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.h2.mvstore.MVMap;

/** The groups of schedules, by name. The one for schedules that name none is always there. */
public final class ScheduleGroups {
    /** One group; the default one has no beginning of its own. */
    record Group(String name, Instant made) {
        String arn() {
            return Cloud.arn("scheduler", "schedule-group/" + name);
        }
    }

    private final Store store;
    private final MVMap<String, String> kept;

    ScheduleGroups(Store store) {
        this.store = store;
        this.kept = store.texts("schedules.groups");
    }

    /** Makes a group, or finds it again. */
    void define(String name, Instant now) {
        store.write(() -> {
            kept.putIfAbsent(name, Json.text(Json.object().put("made", now.toString())));
        });
    }

    void remove(String name) {
        store.write(() -> {
            kept.remove(name);
        });
    }

    Optional<Group> find(String name) {
        var text = kept.get(name);
        if (text == null) {
            return name.equals(Schedule.DEFAULT_GROUP) ? Optional.of(new Group(name, Instant.EPOCH)) : Optional.empty();
        }
        return Optional.of(
                new Group(name, Instant.parse(Json.read(text).path("made").asText())));
    }

    /** All of them, by name. */
    List<Group> all() {
        var names = new TreeSet<>(kept.keyList());
        names.add(Schedule.DEFAULT_GROUP);
        return names.stream().map(this::find).flatMap(Optional::stream).toList();
    }
}
