package com.lifeverse.local.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads the properties of one declaration, or of an object inside it, strictly: what is neither held nor known to mean
 * nothing here is refused by its name and path, so that nothing of a template is skipped in silence.
 */
public final class DeclaredProperties {
    private final Declaration declaration;
    private final String path;
    private final JsonNode object;

    private DeclaredProperties(Declaration declaration, String path, JsonNode object, Set<String> known) {
        this.declaration = declaration;
        this.path = path;
        this.object = object;
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw refusal(name, "the stack does not act on it");
            }
        });
    }

    /**
     * The properties of a declaration that has no others than these.
     *
     * @param held what the resource type acts upon
     * @param withoutMeaning what changes nothing on one machine
     * @throws UnsupportedProperty for any other property
     */
    public static DeclaredProperties of(Declaration declaration, Set<String> held, Set<String> withoutMeaning) {
        var known = new HashSet<>(held);
        known.addAll(withoutMeaning);
        return new DeclaredProperties(declaration, "", declaration.properties(), known);
    }

    /** As {@link #of(Declaration, Set, Set)}, where every property has a meaning. */
    public static DeclaredProperties of(Declaration declaration, Set<String> held) {
        return of(declaration, held, Set.of());
    }

    /** The properties of the object {@code name}, which has no others than these; none if there is no such object. */
    public DeclaredProperties within(String name, Set<String> held) {
        return nested(name, node(name), held);
    }

    /** The objects of the list {@code name}, each with no other properties than these. */
    public List<DeclaredProperties> each(String name, Set<String> held) {
        var all = new ArrayList<DeclaredProperties>();
        for (var element : node(name)) {
            all.add(nested(name + "[" + all.size() + "]", element, held));
        }
        return all;
    }

    /** The objects in the object {@code name}, by names that the template is free to choose. */
    public Map<String, DeclaredProperties> members(String name, Set<String> held) {
        var all = new LinkedHashMap<String, DeclaredProperties>();
        node(name)
                .properties()
                .forEach(member ->
                        all.put(member.getKey(), nested(name + "." + member.getKey(), member.getValue(), held)));
        return all;
    }

    /** A property that the type cannot do without. */
    public String required(String name) {
        return text(name).orElseThrow(() -> refusal(name, "it must be stated"));
    }

    /** The name that the property {@code name} states, else the one that is made from where the resource is declared. */
    public String nameFrom(String name) {
        return text(name).orElseGet(declaration::generatedName);
    }

    public Optional<String> text(String name) {
        var value = node(name);
        if (value.isContainerNode()) {
            throw refusal(name, "it is not a single value");
        }
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value.asText());
    }

    public OptionalInt number(String name) {
        var value = text(name);
        try {
            return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value.get()));
        } catch (NumberFormatException e) {
            throw refusal(name, "it is not a whole number");
        }
    }

    public boolean flag(String name, boolean otherwise) {
        return text(name)
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw refusal(name, "it is neither true nor false");
                })
                .orElse(otherwise);
    }

    public List<String> texts(String name) {
        var all = new ArrayList<String>();
        node(name).forEach(value -> all.add(value.asText()));
        return List.copyOf(all);
    }

    /** The value as the template states it; a missing node if it does not. */
    public JsonNode node(String name) {
        return object.path(name);
    }

    /** Refuses every value but {@code only}; absent is fine. */
    public void allowOnly(String name, String only) {
        text(name).filter(value -> !value.equals(only)).ifPresent(value -> {
            throw refusal(name, "only " + only + " is, not " + value);
        });
    }

    public UnsupportedProperty refusal(String name, String why) {
        return new UnsupportedProperty(declaration, path + name, why);
    }

    private DeclaredProperties nested(String name, JsonNode value, Set<String> held) {
        if (!value.isObject() && !value.isMissingNode() && !value.isNull()) {
            throw refusal(name, "it is not an object");
        }
        return new DeclaredProperties(declaration, path + name + ".", value, held);
    }
}
