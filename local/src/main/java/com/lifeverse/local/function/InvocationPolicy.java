package com.lifeverse.local.function;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The functions' resource policies: which AWS service may invoke which function on behalf of what. A permission holds for
 * exactly the qualifier that it names, as on AWS: one for the function says nothing about its alias.
 */
public final class InvocationPolicy {
    private record Permission(FunctionId function, String principal, Optional<Pattern> source) {
        boolean covers(FunctionId wanted, String by, String from) {
            return function.equals(wanted)
                    && principal.equals(by)
                    && source.map(pattern -> pattern.matcher(from).matches()).orElse(true);
        }
    }

    private final Map<String, Permission> permissions = new ConcurrentHashMap<>();

    /**
     * Lets {@code principal} in.
     *
     * @param id the permission's own name; another one of the same name is replaced
     * @param sourceArn on whose behalf, with {@code *} and {@code ?}; empty for anybody's
     */
    public void allow(String id, FunctionId function, String principal, Optional<String> sourceArn) {
        permissions.put(id, new Permission(function, principal, sourceArn.map(InvocationPolicy::pattern)));
    }

    /** True if {@code principal}, acting for {@code sourceArn}, may invoke what {@code functionArn} names. */
    public boolean permits(String functionArn, String principal, String sourceArn) {
        var wanted = FunctionId.parse(functionArn);
        return any(permissions.values(), wanted, principal, sourceArn);
    }

    private static boolean any(
            Collection<Permission> permissions, FunctionId wanted, String principal, String sourceArn) {
        return permissions.stream().anyMatch(permission -> permission.covers(wanted, principal, sourceArn));
    }

    private static Pattern pattern(String arn) {
        var regex = new StringBuilder();
        arn.chars().forEach(c -> {
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(c)));
            }
        });
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
