package com.lifeverse.local.bus;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.kernel.Json;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code AWS::Events::Archive}. */
public final class ArchiveType implements ResourceType {
    private static final Set<String> HELD = Set.of("ArchiveName", "SourceArn", "EventPattern", "RetentionDays");
    private static final Set<String> WITHOUT_MEANING = Set.of("Description", "KmsKeyIdentifier");

    private final EventBuses buses;

    public ArchiveType(EventBuses buses) {
        this.buses = buses;
    }

    @Override
    public String name() {
        return "AWS::Events::Archive";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD, WITHOUT_MEANING);
        var source = properties.required("SourceArn");
        var bus = source.substring(source.lastIndexOf('/') + 1);
        if (!buses.holds(bus)) {
            throw properties.refusal("SourceArn", "there is no bus " + bus);
        }
        int days = properties.number("RetentionDays").orElse(0);
        var pattern = properties.node("EventPattern");
        var archive = new Archive(
                properties.nameFrom("ArchiveName"),
                bus,
                pattern.isObject() ? Optional.of(EventPattern.parse(Json.text(pattern))) : Optional.empty(),
                days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days)));
        buses.archives().put(archive);
        return new Provisioned(archive.name(), Map.of("Arn", archive.arn(), "ArchiveName", archive.name()));
    }
}
