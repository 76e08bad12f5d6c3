package com.lifeverse.liveops.timeline;

import com.lifeverse.liveops.flag.Flag;
import com.lifeverse.liveops.flag.FlagRules;
import com.lifeverse.liveops.flag.Flags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What flags are in one place where no event sets them, without what is the same for all there. */
final class LocalFlags {
    private final SortedMap<String, Object> values = new TreeMap<>();
    private final List<Map<String, Object>> variants = new ArrayList<>();

    LocalFlags(Flags flags, Place place) {
        flags.all().values().forEach(flag -> add(flag, place));
    }

    /** By name. */
    Map<String, Object> values() {
        return values;
    }

    /** What is laid over them for some; of those of one flag the first that is for a player. */
    List<Map<String, Object>> variants() {
        return variants;
    }

    private void add(Flag flag, Place place) {
        values.put(flag.name(), flag.standard());
        boolean some = false;
        for (var variant : flag.variants()) {
            var when = LocalAudience.pattern(variant.when(), place);
            if (when.isPresent() && when.get().isEmpty() && !some) {
                // For all there: so it is what the flag is.
                values.compute(flag.name(), (_, value) -> FlagRules.merged(value, variant.value()));
                return;
            }
            if (when.isPresent()) {
                some = true;
                var json = new LinkedHashMap<String, Object>();
                json.put("flag", flag.name());
                json.put("when", when.get());
                json.put("value", variant.value());
                variants.add(json);
            }
        }
    }
}
