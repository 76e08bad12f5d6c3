package com.lifeverse.local.function.resource;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.function.FunctionHost;
import com.lifeverse.local.function.FunctionId;
import java.util.Map;
import java.util.Set;

/** {@code AWS::Lambda::Alias}: another name for one version; {@code Ref} answers its ARN. */
public final class FunctionAliasType implements ResourceType {
    private static final Set<String> HELD = Set.of("FunctionName", "FunctionVersion", "Name");
    private static final Set<String> WITHOUT_MEANING = Set.of("Description", "ProvisionedConcurrencyConfig");

    private final FunctionHost host;

    public FunctionAliasType(FunctionHost host) {
        this.host = host;
    }

    @Override
    public String name() {
        return "AWS::Lambda::Alias";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD, WITHOUT_MEANING);
        var function = FunctionId.parse(properties.required("FunctionName")).name();
        var alias = host.qualify(function, properties.required("Name"), properties.required("FunctionVersion"));
        return new Provisioned(alias.arn(), Map.of("AliasArn", alias.arn()));
    }
}
