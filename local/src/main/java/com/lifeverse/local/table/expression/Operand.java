package com.lifeverse.local.table.expression;

/** What conditions compare and what updates assign. */
public sealed interface Operand {
    record Attribute(Path path) implements Operand {}

    /** A value that the request gives under {@code name}, such as {@code :now}. */
    record Given(String name) implements Operand {}

    record Size(Operand of) implements Operand {}

    record IfNotExists(Path path, Operand otherwise) implements Operand {}

    record ListAppend(Operand first, Operand second) implements Operand {}

    record Sum(Operand left, Operand right) implements Operand {}

    record Difference(Operand left, Operand right) implements Operand {}
}
