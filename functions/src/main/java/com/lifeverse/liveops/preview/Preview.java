package com.lifeverse.liveops.preview;

import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.event.Experiment;
import com.lifeverse.liveops.experiment.ExperimentRules;
import com.lifeverse.liveops.experiment.Exposure;
import com.lifeverse.liveops.flag.FlagRules;
import com.lifeverse.liveops.flag.Flags;
import com.lifeverse.liveops.flag.Layer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * What a player has at a moment.
 *
 * @param events all, in the order of their names
 * @param flags every flag that is declared, or that any of them could set, by its name
 */
public record Preview(List<Sight> events, SortedMap<String, Flag> flags) {
    /**
     * Why a flag has its value.
     *
     * @param value what it is; empty if nobody says
     * @param chain every event that could set it, whether or not it does
     * @param layers all that could make it what it is, whether or not they do: default, variants, events and experiments, each before
     *     what it gives way to
     */
    public record Flag(Optional<Object> value, List<Link> chain, List<Layer> layers) {
        public Flag {
            chain = List.copyOf(chain);
            layers = List.copyOf(layers);
        }
    }

    /**
     * One reason.
     *
     * @param value what the event would make of the flag; empty if it would leave it, as where it is switched off
     * @param holds whether it does at the moment
     */
    public record Link(Sight sight, Optional<Object> value, boolean holds) {}

    public Preview {
        events = List.copyOf(events);
        flags = Collections.unmodifiableSortedMap(new TreeMap<>(flags));
    }

    /** What was noted that the player was shown of an experiment; empty if nothing was. */
    @FunctionalInterface
    public interface Shown {
        /** Nobody was shown anything. */
        Shown NOTHING = (event, experiment) -> Optional.empty();

        Optional<Exposure> of(String event, Experiment experiment);
    }

    /** Looks, where no flags are declared and the player was shown nothing before. */
    public static Preview of(
            List<Published> all,
            Viewer viewer,
            Instant at,
            BiPredicate<Map<String, Object>, Map<String, Object>> matches) {
        return of(all, viewer, at, matches, Flags.NONE, Shown.NOTHING);
    }

    /**
     * Looks.
     *
     * @param matches whether a pattern matches a profile
     * @param declared flags with their defaults and variants
     * @param shown of experiments that players keep what they were shown of; not asked of others
     */
    public static Preview of(
            List<Published> all,
            Viewer viewer,
            Instant at,
            BiPredicate<Map<String, Object>, Map<String, Object>> matches,
            Flags declared,
            Shown shown) {
        var sights = all.stream()
                .map(published -> Sight.of(published, viewer, at, matches))
                .toList();
        var groups = groups(sights, viewer, at, shown);
        var flags = new TreeMap<String, Flag>();
        for (var name : names(sights, declared)) {
            var own = declared.find(name)
                    .map(flag -> FlagRules.own(flag, viewer.profile(), matches))
                    .orElse(List.of());
            flags.put(name, flag(name, sights, own, groups));
        }
        return new Preview(sights, flags);
    }

    /** The player's group of each event's experiment, as they would be given it. */
    private static Map<String, String> groups(List<Sight> sights, Viewer viewer, Instant at, Shown shown) {
        var groups = new TreeMap<String, String>();
        for (var sight : sights) {
            var event = sight.published().revision().event();
            event.experiment().ifPresent(experiment -> {
                var known = experiment.lock() ? shown.of(event.id(), experiment) : Optional.<Exposure>empty();
                var given = ExperimentRules.give(event.id(), experiment, viewer.playerId(), known, at);
                groups.put(event.id(), given.group());
            });
        }
        return groups;
    }

    private static Set<String> names(List<Sight> sights, Flags declared) {
        var names = new TreeSet<>(declared.all().keySet());
        for (var sight : sights) {
            var event = sight.published().revision().event();
            names.addAll(event.overrides().keySet());
            names.addAll(event.fallback().keySet());
            event.experiment()
                    .ifPresent(experiment -> experiment
                            .variants()
                            .forEach(variant -> names.addAll(variant.overrides().keySet())));
        }
        return names;
    }

    private static Flag flag(String name, List<Sight> sights, List<Layer> own, Map<String, String> groups) {
        var chain = new ArrayList<Link>();
        var layers = new ArrayList<>(own);
        for (var sight : sights) {
            var event = sight.published().revision().event();
            boolean sets = sight.flags().containsKey(name);
            var value = Optional.ofNullable(sight.flags().get(name));
            if (event.overrides().containsKey(name) || event.fallback().containsKey(name)) {
                chain.add(new Link(sight, value, sight.holds() && sets));
                layers.add(new Layer(Layer.Kind.LIVE_EVENT, event.id(), value, sight.holds() && sets));
            }
            event.experiment().ifPresent(experiment -> layers.addAll(trial(name, sight, experiment, groups)));
        }
        return new Flag(FlagRules.value(layers), chain, FlagRules.ordered(layers));
    }

    /** Each variant that could set it; where the event is switched off, so is its experiment. */
    private static List<Layer> trial(String name, Sight sight, Experiment experiment, Map<String, String> groups) {
        var event = sight.published().id();
        boolean runs = sight.holds() && sight.standing() == Sight.Standing.IN;
        return experiment.variants().stream()
                .filter(variant -> variant.overrides().containsKey(name))
                .map(variant -> new Layer(
                        Layer.Kind.EXPERIMENT,
                        event + "/" + experiment.id() + "/" + variant.name(),
                        Optional.ofNullable(variant.overrides().get(name)),
                        runs && variant.name().equals(groups.get(event))))
                .toList();
    }
}
