package com.lifeverse.local.function.resource;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.function.FunctionHost;
import com.lifeverse.local.function.FunctionId;
import com.lifeverse.local.kernel.Store;
import java.util.Map;
import java.util.Set;
import org.h2.mvstore.MVMap;

/**
 * {@code AWS::Lambda::Version}. A version has a number of its own that stays with it, but runs the newest code: the local
 * stack keeps no old code.
 */
public final class FunctionVersionType implements ResourceType {
    private static final Set<String> HELD = Set.of("FunctionName");
    private static final Set<String> WITHOUT_MEANING =
            Set.of("CodeSha256", "Description", "ProvisionedConcurrencyConfig", "RuntimePolicy");

    private final FunctionHost host;
    private final Store store;
    private final MVMap<String, String> numbers;

    public FunctionVersionType(FunctionHost host, Store store) {
        this.host = host;
        this.store = store;
        this.numbers = store.texts("function.versions");
    }

    @Override
    public String name() {
        return "AWS::Lambda::Version";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD, WITHOUT_MEANING);
        var function = FunctionId.parse(properties.required("FunctionName")).name();
        var number = number(function, declaration.stack() + "/" + declaration.logicalId());
        var version = host.qualify(function, number, number);
        return new Provisioned(version.arn(), Map.of("Version", number, "FunctionArn", version.arn()));
    }

    private synchronized String number(String function, String declared) {
        var key = function + "/" + declared;
        var known = numbers.get(key);
        if (known != null) {
            return known;
        }
        return store.write(() -> {
            int last = Integer.parseInt(numbers.getOrDefault(function, "0"));
            var next = Integer.toString(last + 1);
            numbers.put(function, next);
            numbers.put(key, next);
            return next;
        });
    }
}
