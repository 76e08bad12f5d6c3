package com.lifeverse.local.function.resource;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.function.AsyncSettings;
import com.lifeverse.local.function.FunctionHost;
import com.lifeverse.local.function.FunctionId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** {@code AWS::Lambda::EventInvokeConfig}: retries and destinations of asynchronous events. */
public final class EventInvokeConfigType implements ResourceType {
    private static final Set<String> HELD = Set.of(
            "FunctionName", "Qualifier", "MaximumRetryAttempts", "MaximumEventAgeInSeconds", "DestinationConfig");

    private final FunctionHost host;

    public EventInvokeConfigType(FunctionHost host) {
        this.host = host;
    }

    @Override
    public String name() {
        return "AWS::Lambda::EventInvokeConfig";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD);
        var function = FunctionId.parse(properties.required("FunctionName"));
        var qualifier = properties.required("Qualifier");
        var age = properties.number("MaximumEventAgeInSeconds");
        host.configure(
                qualifier.equals("$LATEST")
                        ? new FunctionId(function.name(), Optional.empty())
                        : function.qualifiedBy(qualifier),
                new AsyncSettings(
                        properties.number("MaximumRetryAttempts").orElse(AsyncSettings.DEFAULT.retries()),
                        age.isPresent() ? Duration.ofSeconds(age.getAsInt()) : AsyncSettings.DEFAULT.maximumAge(),
                        destination(properties, "OnSuccess"),
                        destination(properties, "OnFailure")));
        return Provisioned.of(declaration.generatedName());
    }

    private static Optional<String> destination(DeclaredProperties properties, String when) {
        var arn = properties
                .node("DestinationConfig")
                .path(when)
                .path("Destination")
                .asText();
        if (arn.startsWith("arn:aws:s3:")) {
            throw properties.refusal("DestinationConfig", "only queues, functions and buses are");
        }
        return arn.isEmpty() ? Optional.empty() : Optional.of(arn);
    }
}
