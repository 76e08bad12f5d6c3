package com.lifeverse.local.table.reference;

import java.util.List;

/** Expressions as the generator draws them. */
final class Tree {
    private Tree() {}

    /** What can be compared. */
    sealed interface Term {}

    /** A path: names are strings, positions in lists are integers; the first step is a name. */
    record PathTo(List<Object> steps) implements Term {
        String head() {
            return (String) steps.getFirst();
        }

        /** True if one of the two lies within the other, or they are the same. */
        boolean overlaps(PathTo other) {
            int common = Math.min(steps.size(), other.steps.size());
            return steps.subList(0, common).equals(other.steps.subList(0, common));
        }

        /** True if the two take one place for a map and for a list. */
        boolean conflicts(PathTo other) {
            int common = Math.min(steps.size(), other.steps.size());
            for (int i = 0; i < common; i++) {
                if (steps.get(i) instanceof String != other.steps.get(i) instanceof String) {
                    return true;
                }
                if (!steps.get(i).equals(other.steps.get(i))) {
                    return false;
                }
            }
            return false;
        }
    }

    /** A value that the request gives. */
    record Literal(Object value) implements Term {}

    record SizeOf(Term of) implements Term {}

    /** A condition. */
    sealed interface Test {}

    record Both(Test left, Test right) implements Test {}

    record Either(Test left, Test right) implements Test {}

    record Not(Test of) implements Test {}

    record Compare(String operator, Term left, Term right) implements Test {}

    record Between(Term value, Term low, Term high) implements Test {}

    record OneOf(Term value, List<Term> options) implements Test {}

    /** One of the five functions that are conditions by themselves. */
    record Call(String name, List<Term> arguments) implements Test {}

    /** The right-hand side of SET. */
    sealed interface Source {}

    record Plainly(Term term) implements Source {}

    /** A sum or difference of two terms. */
    record Reckon(char sign, Source left, Source right) implements Source {}

    record IfAbsent(PathTo path, Source otherwise) implements Source {}

    record Append(Source first, Source second) implements Source {}

    /** One action of an update. */
    sealed interface Action {
        PathTo path();
    }

    record Assign(PathTo path, Source source) implements Action {}

    record Remove(PathTo path) implements Action {}

    record Add(PathTo path, Literal value) implements Action {}

    record Take(PathTo path, Literal value) implements Action {}
}
