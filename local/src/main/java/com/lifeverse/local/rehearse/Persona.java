package com.lifeverse.local.rehearse;

import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.Platforms;
import com.lifeverse.liveops.event.Regions;
import com.lifeverse.liveops.plan.WorldClock;
import com.lifeverse.liveops.preview.Viewer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Who a bot is.
 *
 * @param zone whose clocks it lives by
 * @param profile what patterns of audiences look at
 */
record Persona(
        String name, ZoneId zone, String platform, String region, String clientVersion, Map<String, Object> profile) {
    private static final List<String> VERSIONS = List.of("1.4.0", "1.4.0", "1.4.0", "1.2.0", "1.0.0");
    private static final double NOT_WANTED = 0.04;
    private static final double ON_ANYTHING = 0.15;
    private static final int LEVELS = 60;

    Persona {
        profile = Map.copyOf(profile);
    }

    /**
     * All of them: the first two have their clocks ahead of and behind everybody's, the others live around the world. Most play on what the
     * event is for, some on anything.
     */
    static List<Persona> draw(LiveEvent event, int many, RandomGenerator random) {
        var platforms = meant(event, "platform", Platforms.NAMES);
        var regions = meant(event, "region", Regions.NAMES);
        var zones = new ArrayList<ZoneId>(List.of(ZoneId.of("Pacific/Kiritimati"), ZoneId.of("Etc/GMT+12")));
        zones.addAll(WorldClock.ZONES);
        zones.add(ZoneId.of("Asia/Kathmandu"));
        zones.add(ZoneId.of("America/St_Johns"));
        return IntStream.range(0, many)
                .mapToObj(number -> one(number, zones.get(number % zones.size()), platforms, regions, random))
                .toList();
    }

    private static List<String> meant(LiveEvent event, String field, List<String> all) {
        return all.stream()
                .filter(each -> event.audience().canHave(field, each))
                .toList();
    }

    private static Persona one(
            int number, ZoneId zone, List<String> platforms, List<String> regions, RandomGenerator random) {
        boolean other = random.nextDouble() < ON_ANYTHING;
        var platform = any(other ? Platforms.NAMES : platforms, random);
        var region = any(other ? Regions.NAMES : regions, random);
        return new Persona(
                "bot-" + (number + 1),
                zone,
                platform,
                region,
                VERSIONS.get(random.nextInt(VERSIONS.size())),
                Map.of(
                        "platform",
                        platform,
                        "region",
                        region,
                        "level",
                        1 + random.nextInt(LEVELS),
                        "tags",
                        random.nextDouble() < NOT_WANTED ? List.of("banned") : List.of("regular")));
    }

    private static String any(List<String> names, RandomGenerator random) {
        return names.get(random.nextInt(names.size()));
    }

    ZoneOffset offset(Instant at) {
        return zone.getRules().getOffset(at);
    }

    /** As the service knows it: from its sessions, and not which version of the game it has. */
    Viewer known(String playerId, Instant at) {
        var told = new TreeMap<String, Object>(profile);
        told.put("tags", List.of());
        told.put("untagged", List.of());
        return new Viewer(playerId, offset(at), Optional.empty(), region, told);
    }

    /** As previews speak of it. */
    Viewer viewer(String playerId, Instant at) {
        return new Viewer(playerId, offset(at), Optional.of(clientVersion), region, profile);
    }
}
