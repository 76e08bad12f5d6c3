package com.lifeverse.local.assembly;

import java.util.Map;

/**
 * What a made resource answers to others.
 *
 * @param ref the answer to {@code Ref}
 * @param attributes the answers to {@code Fn::GetAtt}, by attribute name
 */
public record Provisioned(String ref, Map<String, String> attributes) {
    public Provisioned {
        attributes = Map.copyOf(attributes);
    }

    public static Provisioned of(String ref) {
        return new Provisioned(ref, Map.of());
    }
}
