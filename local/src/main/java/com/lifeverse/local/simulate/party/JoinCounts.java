package com.lifeverse.local.simulate.party;

import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.world.Exchange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often a seat was asked for, and what the answers were. */
final class JoinCounts {
    private static final int OK = 200;
    private static final long STAMPEDE = 2_000;
    private static final String FULL = "/problems/group-full";

    private JoinCounts() {}

    static Map<String, Long> of(List<Exchange> exchanges) {
        var counts = new TreeMap<>(Map.of("joins", 0L, "seats taken", 0L, "told that it is full", 0L, "stampedes", 0L));
        exchanges.stream()
                .filter(exchange -> exchange.request().method().equals("POST")
                        && exchange.request().path().endsWith("/members"))
                .forEach(join -> {
                    counts.merge("joins", 1L, Long::sum);
                    if (join.response().status() == OK) {
                        counts.merge("seats taken", 1L, Long::sum);
                    } else if (Calls.json(join.response()).path("type").asText().equals(FULL)) {
                        counts.merge("told that it is full", 1L, Long::sum);
                    }
                });
        if (counts.getOrDefault("joins", 0L) >= STAMPEDE) {
            counts.put("stampedes", 1L);
        }
        return counts;
    }
}
