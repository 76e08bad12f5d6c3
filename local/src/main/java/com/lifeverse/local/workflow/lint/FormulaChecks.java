package com.lifeverse.local.workflow.lint;

import com.lifeverse.local.workflow.language.Words;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What can be wrong with the expressions of one state. */
final class FormulaChecks {
    private static final Set<String> MEMBERS = Set.of("input", "context", "result", "errorOutput");
    private static final Set<String> WITH_RESULT = Set.of("Task", "Parallel", "Map");
    private static final Pattern LEFT_OVER = Pattern.compile("\\$\\.\\S.*|\\$\\$\\..*|States\\.[A-Z]\\w+\\(.*");

    private final Station station;
    private final Flow.Known known;
    private final Consumer<Finding> found;
    private final Set<String> read = new TreeSet<>();

    FormulaChecks(Station station, Flow.Known known, Consumer<Finding> found) {
        this.station = station;
        this.known = known;
        this.found = found;
    }

    /** Checks all of them, and returns the variables that they read. */
    Set<String> run() {
        Formula.of(station).forEach(this::check);
        return read;
    }

    private void check(Formula formula) {
        if (formula.isExpression()) {
            var words = formula.words();
            variables(formula, words);
            functions(formula, words);
            states(formula, words);
        } else if (formula.text().strip().startsWith("{%")
                || formula.text().strip().endsWith("%}")) {
            found.accept(Finding.error(
                    "not-an-expression",
                    formula.pointer(),
                    "This stays a text: an expression begins with {% and ends with %}, with nothing around it"));
        } else if (LEFT_OVER.matcher(formula.text()).matches()) {
            found.accept(Finding.warning(
                    "left-over-jsonpath", formula.pointer(), "This stays a text: paths are not evaluated in JSONata"));
        }
    }

    private void variables(Formula formula, Words words) {
        for (var name : words.read()) {
            read.add(name);
            if (known.always().contains(name) || KnownFunctions.has(name)) {
                continue;
            }
            found.accept(
                    known.sometimes().contains(name)
                            ? Finding.warning(
                                    "maybe-undefined-variable",
                                    formula.pointer(),
                                    "$" + name + " is not assigned on every way to " + station.name())
                            : Finding.error(
                                    "undefined-variable",
                                    formula.pointer(),
                                    "$" + name + " is assigned on no way to " + station.name()));
        }
    }

    private void functions(Formula formula, Words words) {
        for (var name : words.called()) {
            if (!KnownFunctions.has(name)) {
                found.accept(Finding.error(
                        "unknown-function", formula.pointer(), "There is no function $" + name + " in a workflow"));
            }
        }
    }

    private void states(Formula formula, Words words) {
        for (var member : words.ofStates()) {
            if (!MEMBERS.contains(member)) {
                found.accept(
                        Finding.error("unknown-states-member", formula.pointer(), "$states has no member " + member));
            } else if (!isThere(member, formula)) {
                found.accept(Finding.error(
                        "not-there-yet",
                        formula.pointer(),
                        "$states.%s is not there in %s of a %s".formatted(member, formula.field(), station.type())));
            }
        }
    }

    private boolean isThere(String member, Formula formula) {
        boolean after = formula.field().equals("Output") || formula.field().equals("Assign");
        return switch (member) {
            case "result" -> after && WITH_RESULT.contains(station.type());
            case "errorOutput" -> formula.field().equals("Catch");
            default -> true;
        };
    }
}
