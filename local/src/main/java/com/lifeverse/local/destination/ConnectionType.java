package com.lifeverse.local.destination;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code AWS::Events::Connection} with an API key, with name and password, or with a token that a client asks for. */
public final class ConnectionType implements ResourceType {
    private static final String OAUTH = "OAUTH_CLIENT_CREDENTIALS";
    private static final Set<String> HELD = Set.of("Name", "AuthorizationType", "AuthParameters");
    private static final Set<String> HTTP = Set.of("HeaderParameters", "QueryStringParameters", "BodyParameters");
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT");
    private static final Set<String> PARAMETER = Set.of("Key", "Value", "IsValueSecret");

    private final Destinations destinations;

    public ConnectionType(Destinations destinations) {
        this.destinations = destinations;
    }

    @Override
    public String name() {
        return "AWS::Events::Connection";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD, Set.of("Description", "KmsKeyIdentifier"));
        var auth = properties.within(
                "AuthParameters",
                Set.of("ApiKeyAuthParameters", "BasicAuthParameters", "OAuthParameters", "InvocationHttpParameters"));
        var calls = auth.within("InvocationHttpParameters", HTTP);
        var connection = new Connection(
                properties.nameFrom("Name"),
                authorization(properties, auth),
                client(properties, auth),
                parameters(calls, "HeaderParameters"),
                parameters(calls, "QueryStringParameters"),
                parameters(calls, "BodyParameters"));
        destinations.put(connection);
        return new Provisioned(connection.name(), Map.of("Arn", connection.arn()));
    }

    private static Map<String, String> authorization(DeclaredProperties properties, DeclaredProperties auth) {
        var type = properties.required("AuthorizationType");
        return switch (type) {
            case "API_KEY" -> {
                var key = auth.within("ApiKeyAuthParameters", Set.of("ApiKeyName", "ApiKeyValue"));
                yield Map.of(key.required("ApiKeyName"), key.required("ApiKeyValue"));
            }
            case "BASIC" -> {
                var user = auth.within("BasicAuthParameters", Set.of("Username", "Password"));
                var pair = user.required("Username") + ":" + user.required("Password");
                yield Map.of(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
            }
            case OAUTH -> Map.of();
            default -> throw properties.refusal("AuthorizationType", type);
        };
    }

    private static Optional<Tokens.Client> client(DeclaredProperties properties, DeclaredProperties auth) {
        if (!properties.required("AuthorizationType").equals(OAUTH)) {
            return Optional.empty();
        }
        var oauth = auth.within(
                "OAuthParameters",
                Set.of("AuthorizationEndpoint", "HttpMethod", "ClientParameters", "OAuthHttpParameters"));
        var client = oauth.within("ClientParameters", Set.of("ClientID", "ClientSecret"));
        var request = oauth.within("OAuthHttpParameters", HTTP);
        var method = oauth.required("HttpMethod");
        if (!METHODS.contains(method)) {
            throw oauth.refusal("HttpMethod", "it is GET, POST or PUT");
        }
        return Optional.of(new Tokens.Client(
                oauth.required("AuthorizationEndpoint"),
                method,
                client.required("ClientID"),
                client.required("ClientSecret"),
                new Tokens.Parameters(
                        parameters(request, "HeaderParameters"),
                        parameters(request, "QueryStringParameters"),
                        parameters(request, "BodyParameters"))));
    }

    private static Map<String, String> parameters(DeclaredProperties calls, String name) {
        var parameters = new LinkedHashMap<String, String>();
        calls.each(name, PARAMETER).forEach(each -> parameters.put(each.required("Key"), each.required("Value")));
        return parameters;
    }
}
