package com.lifeverse.session.gate.aws;

import com.lifeverse.session.Platform;
import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.gate.GateSetting;
import com.lifeverse.session.gate.Gates;
import com.lifeverse.session.gate.Gates.Admission;
import com.lifeverse.session.gate.Gates.Drain;
import com.lifeverse.session.gate.Gates.Maintenance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The gates' form in the table:
 *
 * <pre>
 * maintenance      from, until (epoch seconds), message
 * minimumVersions  a version by platform
 * regionDrains     by region: until, goTo (a list)
 * admission        perSecond; automatic, if it is; mostPlayers, if there is a cap
 * lease            seconds
 * </pre>
 */
final class GateItem {
    private static final String MAINTENANCE = "maintenance";
    private static final String VERSIONS = "minimumVersions";
    private static final String DRAINS = "regionDrains";
    private static final String ADMISSION = "admission";
    private static final String LEASE = "lease";

    private static final String PER_SECOND = "perSecond";
    private static final String AUTOMATIC = "automatic";
    private static final String MOST_PLAYERS = "mostPlayers";

    private GateItem() {}

    static String attribute(GateSetting setting) {
        return switch (setting) {
            case GateSetting.Maintenance _ -> MAINTENANCE;
            case GateSetting.MinimumVersions _ -> VERSIONS;
            case GateSetting.Drains _ -> DRAINS;
            case GateSetting.Admission _ -> ADMISSION;
            case GateSetting.Lease _ -> LEASE;
        };
    }

    /** Empty if the setting opens the gate. */
    static Optional<AttributeValue> value(GateSetting setting) {
        return switch (setting) {
            case GateSetting.Maintenance(var window) -> window.map(GateItem::maintenance);
            case GateSetting.MinimumVersions(var versions) -> {
                var map = new TreeMap<String, AttributeValue>();
                versions.forEach((platform, version) -> map.put(platform.text(), AttributeValue.fromS(version)));
                yield map.isEmpty() ? Optional.empty() : Optional.of(AttributeValue.fromM(map));
            }
            case GateSetting.Drains(var drains) -> {
                var map = new TreeMap<String, AttributeValue>();
                drains.forEach((region, drain) -> map.put(region, drain(drain)));
                yield map.isEmpty() ? Optional.empty() : Optional.of(AttributeValue.fromM(map));
            }
            case GateSetting.Admission(var admission) -> admission.map(GateItem::admission);
            case GateSetting.Lease(var lease) -> lease.map(length -> number(length.toSeconds()));
        };
    }

    static Gates read(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        var versions = new TreeMap<Platform, String>();
        maps(item, VERSIONS).forEach((platform, version) -> versions.put(Platform.of(platform), version.s()));
        var drains = new TreeMap<String, Drain>();
        maps(item, DRAINS).forEach((region, drain) -> drains.put(region, drain(new Attributes(drain.m()))));
        return new Gates(
                item.number("revision"),
                item.has(MAINTENANCE)
                        ? Optional.of(maintenance(new Attributes(item.map(MAINTENANCE))))
                        : Optional.empty(),
                versions,
                drains,
                item.has(ADMISSION) ? Optional.of(admission(new Attributes(item.map(ADMISSION)))) : Optional.empty(),
                item.has(LEASE) ? Optional.of(Duration.ofSeconds(item.number(LEASE))) : Optional.empty());
    }

    private static Map<String, AttributeValue> maps(Attributes item, String name) {
        return item.has(name) ? item.map(name) : Map.of();
    }

    private static AttributeValue maintenance(Maintenance window) {
        var map = new TreeMap<String, AttributeValue>();
        map.put("from", number(window.from().getEpochSecond()));
        map.put("until", number(window.until().getEpochSecond()));
        window.message().ifPresent(message -> map.put("message", AttributeValue.fromS(message)));
        return AttributeValue.fromM(map);
    }

    private static Maintenance maintenance(Attributes map) {
        return new Maintenance(
                Instant.ofEpochSecond(map.number("from")),
                Instant.ofEpochSecond(map.number("until")),
                map.optionalText("message"));
    }

    private static AttributeValue admission(Admission admission) {
        var map = new TreeMap<String, AttributeValue>();
        map.put(PER_SECOND, number(admission.perSecond()));
        if (admission.automatic()) {
            map.put(AUTOMATIC, AttributeValue.fromBool(true));
        }
        admission.mostPlayers().ifPresent(most -> map.put(MOST_PLAYERS, number(most)));
        return AttributeValue.fromM(map);
    }

    private static Admission admission(Attributes map) {
        return new Admission(
                (int) map.number(PER_SECOND),
                map.has(AUTOMATIC),
                map.has(MOST_PLAYERS) ? Optional.of(map.number(MOST_PLAYERS)) : Optional.empty());
    }

    private static AttributeValue drain(Drain drain) {
        var goTo = drain.goTo().stream().map(AttributeValue::fromS).toList();
        return AttributeValue.fromM(
                Map.of("until", number(drain.until().getEpochSecond()), "goTo", AttributeValue.fromL(goTo)));
    }

    private static Drain drain(Attributes map) {
        var goTo = map.values()
                .getOrDefault("goTo", AttributeValue.fromL(List.of()))
                .l();
        return new Drain(
                Instant.ofEpochSecond(map.number("until")),
                goTo.stream().map(AttributeValue::s).toList());
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }
}
