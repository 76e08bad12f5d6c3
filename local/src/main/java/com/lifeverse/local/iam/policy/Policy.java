package com.lifeverse.local.iam.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A policy document, read once. */
public final class Policy {
    private final List<Statement> statements;

    private Policy(List<Statement> statements) {
        this.statements = List.copyOf(statements);
    }

    /**
     * Reads a document whose references are answered.
     *
     * @throws UnsupportedPolicy if it uses what is not evaluated here
     */
    public static Policy parse(JsonNode document) {
        var stated = document.path("Statement");
        var statements = new ArrayList<Statement>();
        if (stated.isObject()) {
            statements.add(Statement.parse(stated));
        } else {
            stated.forEach(statement -> statements.add(Statement.parse(statement)));
        }
        return new Policy(statements);
    }

    /** What this document alone says. */
    public Verdict on(Request request) {
        var verdict = Verdict.SILENT;
        for (var statement : statements) {
            if (statement.appliesTo(request)) {
                verdict = verdict.and(statement.allows() ? Verdict.ALLOWED : Verdict.DENIED);
            }
        }
        return verdict;
    }

    /** What all of {@code policies} say together. */
    public static Verdict on(Request request, Iterable<Policy> policies) {
        var verdict = Verdict.SILENT;
        for (var policy : policies) {
            verdict = verdict.and(policy.on(request));
        }
        return verdict;
    }
}
