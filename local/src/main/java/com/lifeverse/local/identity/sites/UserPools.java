package com.lifeverse.local.identity.sites;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.lifeverse.local.assembly.StableName;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Sites;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.platform.runtime.IdSource;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.MVMap;

/**
 * The issuer of the staff's tokens, as Cognito shows it: discovery document and keys under {@code
 * https://cognito-idp.us-east-1.amazonaws.com/POOL}. Nobody signs in here; a token is made for whoever runs the stack.
 * Each pool's signing key is made at first use and kept.
 */
public final class UserPools {
    private static final String HOST = "cognito-idp." + Cloud.REGION + ".amazonaws.com";
    private static final int KEY_BITS = 2048;

    /** What a template declares of a pool. */
    private record Pool(Set<String> clients, Set<String> groups) {}

    private final Store store;
    private final InstantSource clock;
    private final IdSource ids;
    private final MVMap<String, String> keys;
    private final Map<String, Pool> pools = new ConcurrentHashMap<>();

    public UserPools(Store store, InstantSource clock, IdSource ids, Sites sites) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.keys = store.texts("cognito-keys");
        sites.register(HOST, this::document);
    }

    /** The issuer of a pool's tokens, without a slash at its end. */
    public static String issuer(String pool) {
        return "https://" + HOST + "/" + pool;
    }

    /** The ids of all pools. */
    public Set<String> pools() {
        return new TreeSet<>(pools.keySet());
    }

    /** The ids of a pool's clients. */
    public Set<String> clients(String pool) {
        return new TreeSet<>(existing(pool).clients());
    }

    /**
     * An access token for a member of staff.
     *
     * @param name the user name; its subject is made from it
     * @param groups must be groups of the pool
     * @throws IllegalArgumentException if the template has no such pool, client or group, with what it has
     */
    public String token(String pool, String clientId, String name, List<String> groups, Duration ttl) {
        var declared = existing(pool);
        requireKnown("client", List.of(clientId), declared.clients());
        requireKnown("group", groups, declared.groups());
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer(pool))
                .subject(UUID.nameUUIDFromBytes((pool + "/" + name).getBytes(StandardCharsets.UTF_8))
                        .toString())
                .claim("cognito:groups", groups)
                .claim("client_id", clientId)
                .claim("token_use", "access")
                .claim("scope", "aws.cognito.signin.user.admin")
                .claim("username", name)
                .claim("auth_time", now.getEpochSecond())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ttl)))
                .jwtID(ids.next().toString())
                .build();
        var key = key(pool);
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The key of pool " + pool + " does not sign", e);
        }
        return token.serialize();
    }

    String provision(String seed) {
        var id = Cloud.REGION + "_" + StableName.of("pool " + seed, 9);
        pools.putIfAbsent(id, new Pool(ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet()));
        return id;
    }

    String provisionClient(String pool, String seed) {
        var id = StableName.of("client " + seed, 26);
        existing(pool).clients().add(id);
        return id;
    }

    void provisionGroup(String pool, String group) {
        existing(pool).groups().add(group);
    }

    private Pool existing(String id) {
        var pool = pools.get(id);
        if (pool == null) {
            throw new IllegalArgumentException("There is no user pool " + id + "; there are " + pools());
        }
        return pool;
    }

    private static void requireKnown(String what, List<String> asked, Set<String> known) {
        for (var each : asked) {
            if (!known.contains(each)) {
                throw new IllegalArgumentException(
                        "The pool has no %s %s; it has %s".formatted(what, each, new TreeSet<>(known)));
            }
        }
    }

    private Optional<Sites.Document> document(String path) {
        int slash = path.indexOf('/', 1);
        var pool = slash < 0 ? "" : path.substring(1, slash);
        if (!pools.containsKey(pool)) {
            return Optional.empty();
        }
        return switch (path.substring(slash)) {
            case "/.well-known/openid-configuration" -> Optional.of(json(discovery(pool)));
            case "/.well-known/jwks.json" -> Optional.of(json(new JWKSet(key(pool)).toString()));
            default -> Optional.empty();
        };
    }

    private static String discovery(String pool) {
        var document = JsonNodeFactory.instance.objectNode();
        document.put("issuer", issuer(pool)).put("jwks_uri", issuer(pool) + "/.well-known/jwks.json");
        document.putArray("id_token_signing_alg_values_supported").add("RS256");
        document.putArray("response_types_supported").add("code").add("token");
        document.putArray("subject_types_supported").add("public");
        return document.toString();
    }

    private static Sites.Document json(String content) {
        return new Sites.Document("application/json", content);
    }

    private synchronized RSAKey key(String pool) {
        try {
            var known = keys.get(pool);
            if (known != null) {
                return RSAKey.parse(known);
            }
            var made = new RSAKeyGenerator(KEY_BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(ids.next().toString())
                    .generate();
            store.write(() -> {
                keys.put(pool, made.toJSONString());
            });
            return made;
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("The signing key of pool " + pool + " is not to be had", e);
        }
    }
}
