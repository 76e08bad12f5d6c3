package com.lifeverse.local.assembly;

import com.lifeverse.local.assembly.template.Assembly;
import com.lifeverse.local.assembly.template.Intrinsics;
import com.lifeverse.local.assembly.template.ProvisioningOrder;
import com.lifeverse.local.assembly.template.Stack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes everything that an assembly declares, stack by stack, each resource after those it refers to. */
public final class Provisioner {
    private final Map<String, ResourceType> types = new LinkedHashMap<>();

    /** Knows {@code types}, and what {@link NoLocalMeaning} lists as far as none of {@code types} has that name. */
    public Provisioner(Collection<? extends ResourceType> types) {
        NoLocalMeaning.all().forEach(type -> this.types.put(type.name(), type));
        types.forEach(type -> this.types.put(type.name(), type));
    }

    /**
     * Makes the assembly's resources. Nothing is made if a type is unknown.
     *
     * @throws UnknownResourceTypes naming every declaration of an unknown type in all stacks
     * @throws ProvisioningFailed for the first resource that cannot be made
     */
    public Deployment provision(Assembly assembly) {
        refuseUnknown(assembly);
        var stacks = new LinkedHashMap<String, Deployment.Stack>();
        var exports = new LinkedHashMap<String, String>();
        for (var stack : assembly.stacks()) {
            stacks.put(stack.name(), provision(stack, new Answers(stack.name(), stacks, exports), exports));
        }
        return new Deployment(stacks);
    }

    private Deployment.Stack provision(Stack stack, Answers answers, Map<String, String> exports) {
        var intrinsics = new Intrinsics(stack, answers);
        for (var resource : ProvisioningOrder.of(stack)) {
            var declaration = new Declaration(
                    stack.name(),
                    resource.logicalId(),
                    resource.type(),
                    intrinsics.resolve(resource.properties()),
                    stack.assembly());
            answers.put(resource.logicalId(), provision(declaration));
        }
        var outputs = new LinkedHashMap<String, String>();
        for (var output : stack.outputs().values()) {
            if (intrinsics.holds(output.condition())) {
                var value = intrinsics.resolve(output.value()).asText();
                outputs.put(output.name(), value);
                output.exportName()
                        .ifPresent(name -> exports.put(intrinsics.resolve(name).asText(), value));
            }
        }
        return new Deployment.Stack(answers.made(), outputs);
    }

    private Provisioned provision(Declaration declaration) {
        try {
            return type(declaration.type()).orElseThrow().provision(declaration);
        } catch (UnsupportedProperty | ProvisioningFailed named) {
            throw named;
        } catch (RuntimeException e) {
            throw new ProvisioningFailed(declaration, e);
        }
    }

    private void refuseUnknown(Assembly assembly) {
        List<UnknownResourceTypes.Unknown> unknown = new ArrayList<>();
        for (var stack : assembly.stacks()) {
            for (var resource : stack.resources().values()) {
                if (type(resource.type()).isEmpty()) {
                    unknown.add(new UnknownResourceTypes.Unknown(resource.type(), resource.logicalId(), stack.name()));
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new UnknownResourceTypes(unknown);
        }
    }

    private Optional<ResourceType> type(String name) {
        var exact = Optional.ofNullable(types.get(name));
        int colons = name.indexOf("::");
        return colons < 0 ? exact : exact.or(() -> Optional.ofNullable(types.get(name.substring(0, colons) + "::*")));
    }
}
