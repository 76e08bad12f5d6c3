package com.lifeverse.local.workflow;

import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.workflow.language.Chance;
import com.lifeverse.local.workflow.language.Definition;
import com.lifeverse.local.workflow.language.DefinitionReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * State machines with their revisions, versions and aliases. Revisions and versions are durable, since executions and
 * version numbers outlive the process; which revision is current, and where aliases point, the template says each time, and of what is
 * {@linkplain #keep kept} the last process.
 */
public final class Machines {
    /** A version that an alias leads to, with its weight of 100. */
    public record Route(String versionArn, int weight) {}

    /** What a start by some ARN means. */
    public record Target(
            Machine machine,
            @Nullable String versionArn,
            @Nullable String aliasArn) {}

    private final Store store;
    private final InstantSource clock;
    private final Chance chance;
    private final MVMap<String, String> revisions;
    private final MVMap<String, String> versions;
    private final MVMap<String, String> made;
    private final MVMap<String, String> kept;
    private final Map<String, Machine> current = new ConcurrentHashMap<>();
    private final Map<String, List<Route>> aliases = new ConcurrentHashMap<>();
    private final Map<String, Definition> read = new ConcurrentHashMap<>();

    Machines(Store store, InstantSource clock, Chance chance) {
        this.store = store;
        this.clock = clock;
        this.chance = chance;
        this.revisions = store.texts("workflow.revisions");
        this.versions = store.texts("workflow.versions");
        this.made = store.texts("workflow.made");
        this.kept = store.texts("workflow.kept");
    }

    /** Makes {@code machine} the current revision of its name. */
    void put(Machine machine) {
        // What is kept was read when it was made, and is read again when something runs on it.
        if (!hasRevision(machine)) {
            definition(machine);
        }
        store.write(() -> {
            revisions.put(machine.revisionId(), Json.text(machine));
            note(machine.arn());
        });
        current.put(machine.arn(), machine);
    }

    /** True if the machine is there already just so, as the current revision or an older one. */
    boolean hasRevision(Machine machine) {
        return revisions.containsKey(machine.revisionId());
    }

    /** Lets a machine or an alias that is in no template outlive the process. */
    void keep(String arn) {
        var routes = aliases.get(arn);
        store.write(() -> kept.put(arn, Json.text(routes == null ? machine(arn) : routes)));
    }

    /** Has again what was kept and is in no template; returns the ARNs. */
    List<String> restore() {
        var restored = new ArrayList<String>();
        kept.forEach((arn, text) -> {
            if (!current.containsKey(arn) && !aliases.containsKey(arn)) {
                restored.add(arn);
                if (text.startsWith("[")) {
                    aliases.put(arn, List.of(Json.read(text, Route[].class)));
                } else {
                    current.put(arn, Json.read(text, Machine.class));
                }
            }
        });
        return restored;
    }

    private void note(String arn) {
        made.putIfAbsent(arn, clock.instant().toString());
    }

    /** When a machine, a version or an alias was made for the first time. */
    public Instant madeAt(String arn) {
        var when = made.get(arn);
        return when == null ? clock.instant() : Instant.parse(when);
    }

    /** The machine of an ARN that may be that of a version or of an alias. */
    String unqualified(String arn) {
        return versions.containsKey(arn) || aliases.containsKey(arn) ? arn.substring(0, arn.lastIndexOf(':')) : arn;
    }

    /** The definition of a revision, read once. */
    Definition definition(Machine machine) {
        return read.computeIfAbsent(machine.revisionId(), id -> DefinitionReader.read(machine.definition()));
    }

    /** The definition that an execution runs through: its revision's, or a part of it. */
    Definition definition(Execution.Start start) {
        var whole = read.get(start.revisionId());
        var definition = whole != null ? whole : definition(revision(start.revisionId()));
        var child = start.child();
        return child == null ? definition : definition.within(definition.processor(child.state()));
    }

    /** A revision by its id, current or not. */
    public Machine revision(String revisionId) {
        var text = revisions.get(revisionId);
        if (text == null) {
            throw Refusal.CONFLICT.because("There is no state machine revision " + revisionId);
        }
        return Json.read(text, Machine.class);
    }

    /** The version of the current revision: the one that there is, or the next number. */
    String publish(String machineArn, Optional<String> revisionId) {
        var machine = machine(machineArn);
        if (revisionId.filter(id -> !id.equals(machine.revisionId())).isPresent()) {
            throw Refusal.CONFLICT.because(
                    "Version cannot be created: the current revision of " + machineArn + " is " + machine.revisionId());
        }
        return store.write(() -> {
            int free = IntStream.iterate(1, n -> n + 1)
                    .filter(n -> {
                        var taken = versions.get(machineArn + ":" + n);
                        // The number of a version that was deleted is not given again.
                        return taken == null
                                ? !made.containsKey(machineArn + ":" + n)
                                : taken.equals(machine.revisionId());
                    })
                    .findFirst()
                    .orElseThrow();
            versions.put(machineArn + ":" + free, machine.revisionId());
            note(machineArn + ":" + free);
            return machineArn + ":" + free;
        });
    }

    /** Forgets a machine; returns the ARNs that mean nothing any more. Its revisions stay for what runs. */
    List<String> remove(String machineArn) {
        var gone = new ArrayList<>(aliases(machineArn).keySet());
        versions(machineArn).forEach(number -> gone.add(machineArn + ":" + number));
        gone.add(machineArn);
        store.write(() -> gone.forEach(arn -> {
            versions.remove(arn);
            made.remove(arn);
            kept.remove(arn);
        }));
        gone.forEach(aliases::remove);
        current.remove(machineArn);
        return gone;
    }

    void removeVersion(String arn) {
        if (aliases.values().stream()
                .flatMap(List::stream)
                .anyMatch(route -> route.versionArn().equals(arn))) {
            throw Refusal.CONFLICT.because("Version to be deleted must not be referenced by an alias: " + arn);
        }
        store.write(() -> versions.remove(arn));
    }

    void removeAlias(String arn) {
        aliases.remove(arn);
        store.write(() -> {
            made.remove(arn);
            kept.remove(arn);
        });
    }

    /** The current revision of each machine, by name. */
    public List<Machine> all() {
        return current.values().stream()
                .sorted(Comparator.comparing(Machine::name))
                .toList();
    }

    /** The current revision of a machine, if there is one of that ARN. */
    public Optional<Machine> find(String arn) {
        return Optional.ofNullable(current.get(arn));
    }

    /** The numbers of a machine's versions, the newest first. */
    public List<Integer> versions(String machineArn) {
        var prefix = machineArn + ":";
        return versions.keySet().stream()
                .filter(arn -> arn.startsWith(prefix))
                .map(arn -> Integer.valueOf(arn.substring(prefix.length())))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The aliases of a machine by ARN, each with its routes. */
    public Map<String, List<Route>> aliases(String machineArn) {
        var found = new TreeMap<String, List<Route>>();
        aliases.forEach((arn, routes) -> {
            if (arn.startsWith(machineArn + ":")) {
                found.put(arn, routes);
            }
        });
        return found;
    }

    /**
     * Points an alias to versions of one machine; returns its ARN.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException if there are more than two routes, of several
     *     machines or to one version twice, or their weights do not add up to 100
     */
    String alias(String name, List<Route> routes) {
        routes.forEach(route -> version(route.versionArn()));
        long machines = routes.stream()
                .map(route -> route.versionArn().substring(0, route.versionArn().lastIndexOf(':')))
                .distinct()
                .count();
        long different = routes.stream().map(Route::versionArn).distinct().count();
        boolean weighed = routes.stream().allMatch(route -> route.weight() >= 0)
                && routes.stream().mapToInt(Route::weight).sum() == 100;
        if (routes.size() > 2 || machines != 1 || different != routes.size() || !weighed) {
            throw Refusal.VALIDATION.because(
                    "An alias leads to one or two different versions of one state machine, with weights of 100 in all");
        }
        var version = routes.getFirst().versionArn();
        var arn = version.substring(0, version.lastIndexOf(':')) + ":" + name;
        store.write(() -> note(arn));
        aliases.put(arn, List.copyOf(routes));
        return arn;
    }

    /** What a start by that ARN, of a machine, a version or an alias, means now. */
    public Target target(String arn) {
        var routes = aliases.get(arn);
        if (routes != null) {
            var version = drawn(routes);
            return new Target(version(version), version, arn);
        }
        return versions.containsKey(arn) ? new Target(version(arn), arn, null) : new Target(machine(arn), null, null);
    }

    private String drawn(List<Route> routes) {
        double at = routes.size() == 1 ? 0 : chance.fraction() * 100;
        for (var route : routes) {
            at -= route.weight();
            if (at < 0) {
                return route.versionArn();
            }
        }
        return routes.getLast().versionArn();
    }

    private Machine version(String versionArn) {
        var revision = versions.get(versionArn);
        if (revision == null) {
            throw Refusal.STATE_MACHINE_DOES_NOT_EXIST.because("State Machine Does Not Exist: '" + versionArn + "'");
        }
        return revision(revision);
    }

    private Machine machine(String arn) {
        var machine = current.get(arn);
        if (machine == null) {
            throw Refusal.STATE_MACHINE_DOES_NOT_EXIST.because("State Machine Does Not Exist: '" + arn + "'");
        }
        return machine;
    }
}
