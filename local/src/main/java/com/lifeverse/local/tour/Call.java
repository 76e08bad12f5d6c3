package com.lifeverse.local.tour;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request with {@code $NAME} where values of earlier answers go. It can be shown as a curl command, in which the shell
 * puts the values in, or be filled in to be sent.
 *
 * @param signed true if the game server's credentials sign it
 */
record Call(String method, String path, Map<String, String> headers, String body, boolean signed) {
    private static final Pattern VARIABLE = Pattern.compile("\\$([A-Z]+)");

    Call {
        headers = new LinkedHashMap<>(headers);
    }

    static Call get(String path) {
        return new Call("GET", path, Map.of(), "", false);
    }

    static Call delete(String path) {
        return new Call("DELETE", path, Map.of(), "", false);
    }

    static Call post(String path, String body) {
        return new Call("POST", path, Map.of("content-type", "application/json"), body, false);
    }

    Call with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, path, more, body, signed);
    }

    Call signedByServer() {
        return new Call(method, path, headers, body, true);
    }

    /** The request with its variables filled in. */
    Call filled(Map<String, String> variables) {
        var sent = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> sent.put(name, fill(value, variables)));
        return new Call(method, fill(path, variables), sent, fill(body, variables), signed);
    }

    /** The command that does the same; {@code show} also keeps the answer, for {@code take}. */
    String command() {
        var text = new StringBuilder(method.equals("DELETE") ? "curl -s -w '%{http_code}\\n' -X DELETE" : "curl -s");
        text.append(" \"$API").append(path).append('"');
        headers.forEach((name, value) -> text.append(" \\\n    -H ").append(quoted(name + ": " + value)));
        if (signed) {
            text.append(
                    " \\\n    --aws-sigv4 aws:amz:us-east-1:execute-api --user \"$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY\"");
            text.append(" \\\n    -H \"x-amz-security-token: $AWS_SESSION_TOKEN\"");
        }
        if (!body.isEmpty()) {
            text.append(" \\\n    -d ").append(quoted(body));
        }
        return text.append(method.equals("DELETE") ? "" : " | show").toString();
    }

    /** In single quotes, which open for each variable: {@code '{"a":"'$A'"}'}. */
    private static String quoted(String text) {
        var quoted = "'"
                + VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement("'" + found.group() + "'")) + "'";
        return quoted.endsWith("''") ? quoted.substring(0, quoted.length() - 2) : quoted;
    }

    static String fill(String text, Map<String, String> variables) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            var value = variables.get(found.group(1));
            if (value == null) {
                throw new IllegalStateException("The tour uses " + found.group() + " before it has it");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
