package com.lifeverse.local.http.auth;

import com.lifeverse.local.assembly.StableName;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.h2.mvstore.MVMap;

/**
 * The credentials that this stack has handed out: AWS access keys of sessions that act as a role of the template. They
 * open nothing but this stack. Kept in the store, so that a game server's key outlives a restart.
 */
public final class Credentials {
    private static final String KEY_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /**
     * One session's credentials.
     *
     * @param roleArn the role that the session acts as
     */
    public record Session(
            String accessKeyId,
            String secretAccessKey,
            String sessionToken,
            String roleArn,
            String sessionName,
            Instant expiration) {
        /** The name of the role alone. */
        public String roleName() {
            return roleArn.substring(roleArn.lastIndexOf('/') + 1);
        }

        /** As AWS tells the session's identity to others. */
        public String userArn() {
            return Cloud.globalArn("sts", "assumed-role/" + roleName() + "/" + sessionName);
        }

        /** The id of the role, and who acts as it. */
        public String userId() {
            return StableName.roleId(roleArn) + ":" + sessionName;
        }
    }

    private final MVMap<String, String> sessions;
    private final Store store;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Credentials(Store store, InstantSource clock) {
        this(store, clock, new SecureRandom());
    }

    /** Credentials whose keys are drawn from {@code random}. */
    public Credentials(Store store, InstantSource clock, RandomGenerator random) {
        this.random = random;
        this.sessions = store.texts("http.credentials");
        this.store = store;
        this.clock = clock;
    }

    /** New credentials of a session that acts as {@code roleArn}. Whether it may do anything is asked at each use. */
    public Session issue(String roleArn, String sessionName, Duration life) {
        var session = new Session(
                "ASIA" + letters(bytes(16), 16),
                Base64.getEncoder().withoutPadding().encodeToString(bytes(30)),
                Base64.getEncoder().encodeToString(bytes(48)),
                roleArn,
                sessionName,
                clock.instant().plus(life));
        store.write(() -> {
            sessions.put(session.accessKeyId(), write(session));
        });
        return session;
    }

    /** The session of that access key, if it has not expired. */
    public Optional<Session> find(String accessKeyId) {
        return issued(accessKeyId).filter(session -> clock.instant().isBefore(session.expiration()));
    }

    /** The session of that access key, expired or not. */
    Optional<Session> issued(String accessKeyId) {
        return Optional.ofNullable(sessions.get(accessKeyId)).map(Credentials::read);
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String write(Session session) {
        return Json.object()
                .put("accessKeyId", session.accessKeyId())
                .put("secretAccessKey", session.secretAccessKey())
                .put("sessionToken", session.sessionToken())
                .put("roleArn", session.roleArn())
                .put("sessionName", session.sessionName())
                .put("expiration", session.expiration().toString())
                .toString();
    }

    private static Session read(String json) {
        var node = Json.read(json);
        return new Session(
                node.path("accessKeyId").asText(),
                node.path("secretAccessKey").asText(),
                node.path("sessionToken").asText(),
                node.path("roleArn").asText(),
                node.path("sessionName").asText(),
                Instant.parse(node.path("expiration").asText()));
    }

    private static String letters(byte[] bytes, int count) {
        var letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(KEY_LETTERS.charAt(bytes[i] & 31));
        }
        return letters.toString();
    }
}
