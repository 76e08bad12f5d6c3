package com.lifeverse.local.table.parse;

import java.util.Set;

/**
 * A parsed expression.
 *
 * @param tree what it means, its names already put in
 * @param attributes those of the item that its paths start in
 * @param names the {@code #names} that it uses
 * @param values the {@code :values} that it uses
 */
record Parsed<T>(T tree, Set<String> attributes, Set<String> names, Set<String> values) {
    Parsed {
        attributes = Set.copyOf(attributes);
        names = Set.copyOf(names);
        values = Set.copyOf(values);
    }
}
