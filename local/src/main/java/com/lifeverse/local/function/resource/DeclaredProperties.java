package com.lifeverse.local.function.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.UnsupportedProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the properties of one declaration, strictly: what is neither held nor known to mean nothing here is refused. */
public final class DeclaredProperties {
    private final Declaration declaration;

    private DeclaredProperties(Declaration declaration) {
        this.declaration = declaration;
    }

    /**
     * The properties of a declaration that has no others than these.
     *
     * @param held what the resource type acts upon
     * @param withoutMeaning what changes nothing on one machine
     * @throws UnsupportedProperty for any other property
     */
    public static DeclaredProperties of(Declaration declaration, Set<String> held, Set<String> withoutMeaning) {
        declaration.properties().fieldNames().forEachRemaining(name -> {
            if (!held.contains(name) && !withoutMeaning.contains(name)) {
                throw new UnsupportedProperty(declaration, name, "this resource type does not know it");
            }
        });
        return new DeclaredProperties(declaration);
    }

    /** A property that the type cannot do without. */
    public String required(String name) {
        return text(name).orElseThrow(() -> refusal(name, "it must be stated"));
    }

    public Optional<String> text(String name) {
        var value = declaration.properties().path(name);
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

    public List<String> texts(String name) {
        var all = new ArrayList<String>();
        node(name).forEach(value -> all.add(value.asText()));
        return List.copyOf(all);
    }

    /** The value as the template states it; a missing node if it does not. */
    public JsonNode node(String name) {
        return declaration.properties().path(name);
    }

    /** Refuses every value but {@code only}; absent is fine. */
    public void allowOnly(String name, String only) {
        text(name).filter(value -> !value.equals(only)).ifPresent(value -> {
            throw refusal(name, "only " + only + " is, not " + value);
        });
    }

    public UnsupportedProperty refusal(String name, String why) {
        return new UnsupportedProperty(declaration, name, why);
    }
}
