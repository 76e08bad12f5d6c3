package com.lifeverse.local.identity.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.kernel.Json;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** {@code AWS::SecretsManager::Secret}. {@code Ref} is its ARN. A value that is there is never changed. */
public final class SecretType implements ResourceType {
    private static final Set<String> HELD = Set.of("Description", "GenerateSecretString", "Name", "SecretString");
    private static final int USUAL_LENGTH = 32;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private final Secrets secrets;
    private final RandomGenerator random;

    public SecretType(Secrets secrets) {
        this(secrets, new SecureRandom());
    }

    /** Secrets drawn from {@code random}. */
    public SecretType(Secrets secrets, RandomGenerator random) {
        this.random = random;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "AWS::SecretsManager::Secret";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD, Set.of("Tags"));
        var arn = secrets.provision(
                properties.nameFrom("Name"), properties.text("Description").orElse(""), () -> first(properties));
        return new Provisioned(arn, Map.of("Id", arn));
    }

    private Optional<String> first(DeclaredProperties properties) {
        return properties.text("SecretString").or(() -> {
            var options = properties.node("GenerateSecretString");
            return options.isMissingNode() ? Optional.empty() : Optional.of(generate(properties, options));
        });
    }

    private String generate(DeclaredProperties properties, JsonNode options) {
        var generated = draw(alphabet(options), options.path("PasswordLength").asInt(USUAL_LENGTH));
        if (!options.has("GenerateStringKey")) {
            return generated;
        }
        var template = Json.parse(options.path("SecretStringTemplate").asText("{}"));
        if (template.isPresent() && template.get() instanceof ObjectNode members) {
            return Json.text(members.put(options.path("GenerateStringKey").asText(), generated));
        }
        throw properties.refusal("SecretStringTemplate", "it is no JSON object");
    }

    private static String alphabet(JsonNode options) {
        var all = LETTERS
                + (options.path("ExcludeNumbers").asBoolean() ? "" : DIGITS)
                + (options.path("ExcludePunctuation").asBoolean() ? "" : PUNCTUATION);
        var excluded = options.path("ExcludeCharacters").asText();
        return all.chars()
                .filter(character -> excluded.indexOf(character) < 0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private String draw(String alphabet, int length) {
        return random.ints(length, 0, alphabet.length())
                .mapToObj(index -> String.valueOf(alphabet.charAt(index)))
                .collect(Collectors.joining());
    }
}
