package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The staff's routes of a stack: with the token that is given, or one of the role that each asks for, which a local stack gives. */
final class Staff {
    private static final Pattern TOKEN = Pattern.compile("[!-~]*");

    @Mixin
    private Target target = new Target();

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:LIFEVERSE_TOKEN:-}",
            description = "A staff token (or LIFEVERSE_TOKEN); a local stack gives one by itself.")
    private String token = "";

    @Option(
            names = "--as",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Whose token a local stack gives, if none is given; you, if absent.")
    private String name = "";

    /** The staff's routes of the stack at that address. */
    static Staff at(String url, String token, String name) {
        var staff = new Staff();
        staff.target = Target.at(url);
        staff.token = token;
        staff.name = name;
        return staff;
    }

    JsonNode get(String role, String path)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        return target.get(path, bearer(role));
    }

    /** Empty if there is none. */
    Optional<JsonNode> find(String role, String path)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        return target.find(path, bearer(role));
    }

    JsonNode post(String role, String path, JsonNode body)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        return target.post(path, bearer(role), body);
    }

    JsonNode change(String role, String method, String path, Map<String, String> headers, JsonNode body)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        return target.change(method, path, bearer(role), headers, body);
    }

    private String bearer(String role)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        if (!TOKEN.matcher(token).matches()) {
            throw new Exit.Usage("--token is a staff token: letters, digits and signs in one line");
        }
        if (token.isEmpty() && !target.isHere()) {
            throw new Exit.Usage("%s is not on this machine; say with --token who you are".formatted(target.address()));
        }
        return token.isEmpty()
                ? target.post(
                                "/_local/staff-tokens",
                                Json.object().put("role", role).put("name", name))
                        .path("token")
                        .asText()
                : token;
    }
}
