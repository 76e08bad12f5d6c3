package com.lifeverse.local.function.resource;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.assembly.template.Assets;
import com.lifeverse.local.assembly.template.TemplateError;
import com.lifeverse.local.function.FunctionHost;
import com.lifeverse.local.function.FunctionSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code AWS::Lambda::Function}, of a Java runtime, with a zip asset. */
public final class FunctionType implements ResourceType {
    private static final Set<String> HELD = Set.of(
            "FunctionName",
            "Code",
            "Handler",
            "Role",
            "Runtime",
            "PackageType",
            "Environment",
            "Timeout",
            "MemorySize",
            "ReservedConcurrentExecutions",
            "DeadLetterConfig",
            "Layers",
            "SnapStart");
    private static final Set<String> WITHOUT_MEANING = Set.of(
            "Architectures",
            "CodeSigningConfigArn",
            "Description",
            "EphemeralStorage",
            "KmsKeyArn",
            "LoggingConfig",
            "RecursiveLoop",
            "RuntimeManagementConfig",
            "Tags",
            "TracingConfig");

    private final FunctionHost host;
    /** Read once: each function of an assembly names one of the same few. */
    private final Map<Path, Assets> assets = new HashMap<>();

    public FunctionType(FunctionHost host) {
        this.host = host;
    }

    @Override
    public String name() {
        return "AWS::Lambda::Function";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD, WITHOUT_MEANING);
        properties.allowOnly("PackageType", "Zip");
        if (!properties.node("Layers").isEmpty()) {
            throw properties.refusal("Layers", "a function's code is one asset");
        }
        if (!properties.required("Runtime").startsWith("java")) {
            throw properties.refusal("Runtime", "only Java is");
        }
        var settings = settings(declaration, properties);
        host.deploy(settings);
        return new Provisioned(settings.name(), Map.of("Arn", settings.arn()));
    }

    private FunctionSettings settings(Declaration declaration, DeclaredProperties properties) {
        var variables = new LinkedHashMap<String, String>();
        properties
                .node("Environment")
                .path("Variables")
                .properties()
                .forEach(variable ->
                        variables.put(variable.getKey(), variable.getValue().asText()));
        var deadLetters = properties.node("DeadLetterConfig").path("TargetArn").asText();
        return new FunctionSettings(
                properties.text("FunctionName").orElseGet(declaration::generatedName),
                code(declaration, properties),
                handler(properties),
                properties.required("Role"),
                variables,
                Duration.ofSeconds(properties.number("Timeout").orElse(3)),
                properties.number("MemorySize").orElse(128),
                properties.number("ReservedConcurrentExecutions"),
                deadLetters.isEmpty() ? Optional.empty() : Optional.of(deadLetters),
                properties.node("SnapStart").path("ApplyOn").asText().equals("PublishedVersions"));
    }

    private Path code(Declaration declaration, DeclaredProperties properties) {
        var key = properties.node("Code").path("S3Key").asText();
        if (key.isEmpty()) {
            throw properties.refusal("Code", "only an asset named by S3Key is");
        }
        try {
            return assets.computeIfAbsent(declaration.assembly(), Assets::of).at(key);
        } catch (TemplateError e) {
            throw properties.refusal("Code", String.valueOf(e.getMessage()));
        }
    }

    private static String handler(DeclaredProperties properties) {
        var parts = properties.required("Handler").split("::", -1);
        if (parts.length > 2 || (parts.length == 2 && !parts[1].equals("handleRequest"))) {
            throw properties.refusal("Handler", "only handleRequest of a RequestStreamHandler is");
        }
        return parts[0];
    }
}
