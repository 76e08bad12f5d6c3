package com.lifeverse.session.aws;

import com.lifeverse.platform.json.Json;
import com.lifeverse.session.key.KeyPublisher;
import com.lifeverse.session.key.KeyRing;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.ArrayList;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The issuer's two documents, as static objects in the bucket behind the issuer's address: OpenID Connect discovery and the
 * public keys (RFC 7517). Gateways look there when an authorizer is made and whenever they meet a key they do not know.
 */
public final class IssuerDocuments implements KeyPublisher {
    static final String DISCOVERY = ".well-known/openid-configuration";
    static final String KEYS = ".well-known/jwks.json";
    private static final String CACHE = "public, max-age=300";

    private final S3Client s3;
    private final String bucket;
    private final String issuer;

    public IssuerDocuments(S3Client s3, String bucket, String issuer) {
        this.s3 = s3;
        this.bucket = bucket;
        this.issuer = issuer;
    }

    @Override
    public void publish(KeyRing ring) {
        // Keys first: whoever reads the discovery document finds them.
        put(KEYS, publicKeys(ring));
        put(DISCOVERY, discovery());
    }

    private static String publicKeys(KeyRing ring) {
        var keys = new ArrayList<JWK>();
        for (var key : ring.keys()) {
            try {
                keys.add(JWK.parse(key.jwk()));
            } catch (ParseException _) {
                // Its message may quote the key.
                throw new IllegalStateException("Key " + key.kid() + " is not a JSON Web Key");
            }
        }
        return new JWKSet(keys).toString(true);
    }

    private String discovery() {
        var json = Json.object();
        json.put("issuer", issuer);
        json.put("jwks_uri", issuer + "/" + KEYS);
        json.putArray("response_types_supported").add("token");
        json.putArray("subject_types_supported").add("public");
        json.putArray("id_token_signing_alg_values_supported").add("RS256");
        json.putArray("scopes_supported").add("player");
        return Json.write(json);
    }

    private void put(String key, String document) {
        s3.putObject(
                request -> request.bucket(bucket)
                        .key(key)
                        .contentType("application/json")
                        .cacheControl(CACHE),
                RequestBody.fromString(document));
    }
}
