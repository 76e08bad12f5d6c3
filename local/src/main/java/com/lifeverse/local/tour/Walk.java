package com.lifeverse.local.tour;

import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Steps taken one after another against one host, each with what earlier answers gave it. */
final class Walk {
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final PrettyPrinter LAYOUT = new DefaultPrettyPrinter()
            .withObjectIndenter(INDENT)
            .withArrayIndenter(INDENT)
            .withSeparators(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));

    /** Tokens are shown by their first letters only: nobody reads the rest, and output ends up in places. */
    private static final Pattern TOKEN = Pattern.compile("(\"(?:access|refresh)Token\": \")([^\"]{12})[^\"]*\"");

    private final Sender sender;
    private final Map<String, String> variables = new LinkedHashMap<>();

    Walk(Host host) {
        this.sender = new Sender(host);
    }

    /** Gives the steps to come a value that no answer has. */
    void know(String variable, String value) {
        variables.put(variable, value);
    }

    Exchange ask(Step step) throws IOException, InterruptedException {
        var answer = sender.send(step.call().filled(variables));
        return new Exchange(step.call().command(), answer.statusCode(), laidOut(answer.statusCode(), answer.body()));
    }

    /** What is wrong with that answer, for people to read. */
    Optional<String> wrong(Step step, Exchange exchange) {
        return step.wrong(exchange, variables)
                .map(wrong -> "%s%n%s. The answer, with status %d: %s"
                        .formatted(step.title(), wrong, exchange.status(), elided(exchange.body())));
    }

    void remember(Step step, Exchange exchange) {
        if (!step.takes().isEmpty()) {
            JsonNode body = Json.read(exchange.body());
            step.takes()
                    .forEach((variable, member) ->
                            variables.put(variable, body.path(member).asText()));
        }
    }

    static String elided(String body) {
        return TOKEN.matcher(body).replaceAll("$1$2…\"");
    }

    /** JSON laid out as JSON.stringify does it, which is what the shown command prints; the bare status if there is no body. */
    private static String laidOut(int status, String body) {
        return body.isEmpty() ? Integer.toString(status) : Json.text(Json.read(body), LAYOUT);
    }
}
