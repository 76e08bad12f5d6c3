package com.lifeverse.liveops.flag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which of several settings holds: an experiment before a live event, that before a variant, and that before the default. Objects are
 * laid over each other member by member, and null takes away: JSON merge patches (RFC 7396). Clients reckon it as well.
 */
public final class FlagRules {
    private FlagRules() {}

    /**
     * What a flag is by itself for a player: its default, and each of its variants, of which the first that is for the player holds.
     *
     * @param matches whether a pattern matches a profile
     */
    public static List<Layer> own(
            Flag flag, Map<String, Object> profile, BiPredicate<Map<String, Object>, Map<String, Object>> matches) {
        var layers = new ArrayList<Layer>();
        layers.add(new Layer(Layer.Kind.DEFAULT, flag.name(), Optional.of(flag.standard()), true));
        boolean found = false;
        for (var variant : flag.variants()) {
            boolean holds = !found && matches.test(variant.when(), profile);
            found |= holds;
            layers.add(new Layer(Layer.Kind.VARIANT, variant.name(), Optional.ofNullable(variant.value()), holds));
        }
        return layers;
    }

    /** The whole chain, the layer that gives way to all others first. */
    public static List<Layer> ordered(Collection<Layer> layers) {
        // Stable: several of one kind stay as they were.
        return layers.stream().sorted(Comparator.comparing(Layer::kind)).toList();
    }

    /** What comes of the layers that hold, in whichever order they are given; empty if there is no value. */
    public static Optional<Object> value(Collection<Layer> layers) {
        @Nullable Object value = null;
        for (var layer : ordered(layers)) {
            if (layer.holds()) {
                value = merged(value, layer.value().orElse(null));
            }
        }
        return Optional.ofNullable(value);
    }

    /** The patch laid over a value. */
    public static @Nullable Object merged(@Nullable Object value, @Nullable Object patch) {
        if (!(patch instanceof Map<?, ?> members)) {
            return patch;
        }
        var result = new LinkedHashMap<String, @Nullable Object>();
        if (value instanceof Map<?, ?> known) {
            known.forEach((name, member) -> result.put(String.valueOf(name), member));
        }
        members.forEach((key, member) -> {
            var name = String.valueOf(key);
            if (member == null) {
                result.remove(name);
            } else {
                result.put(name, merged(result.get(name), member));
            }
        });
        return Collections.unmodifiableMap(result);
    }
}
