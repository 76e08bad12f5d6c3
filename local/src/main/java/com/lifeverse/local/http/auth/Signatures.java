package com.lifeverse.local.http.auth;

import com.lifeverse.local.http.message.QueryParameter;
import com.lifeverse.local.http.message.Request;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tells who signed a request to an AWS service. Credentials that this stack issued are held to their signature; any other
 * well-formed ones are a stranger's, such as the made-up ones that developers give their tools.
 */
public final class Signatures {
    private static final List<String> HEADER_PARTS = List.of("Credential", "Signature", "SignedHeaders");
    private static final List<String> QUERY_PARTS =
            List.of("X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-SignedHeaders", "X-Amz-Date");

    private static final String TWICE =
            "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.";
    private static final String MISMATCH =
            "The request signature we calculated does not match the signature you provided."
                    + " Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";

    private final Credentials credentials;
    private final InstantSource clock;

    public Signatures(Credentials credentials, InstantSource clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Who signed {@code request} for {@code service}, such as {@code dynamodb}. */
    public Signed signer(Request request, String service) {
        var header = request.headers().first("authorization").map(String::strip);
        var query = request.parameters().stream()
                .collect(Collectors.toMap(QueryParameter::name, QueryParameter::value, (first, _) -> first));
        if (query.containsKey("X-Amz-Algorithm")) {
            return header.isPresent() ? new Signed.Invalid(TWICE) : inQuery(query);
        }
        return header.filter(text -> text.startsWith("AWS4-"))
                .map(text -> inHeader(text, request, service))
                .orElseGet(Signed.Unsigned::new);
    }

    private Signed inHeader(String header, Request request, String service) {
        var parts = parts(header);
        var missing = HEADER_PARTS.stream()
                .filter(part -> parts.getOrDefault(part, "").isEmpty())
                .map(part -> "Authorization header requires '" + part + "' parameter. ")
                .collect(Collectors.joining());
        if (request.headers().first("x-amz-date").isEmpty()
                && request.headers().first("date").isEmpty()) {
            missing += "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ";
        }
        if (!missing.isEmpty()) {
            return new Signed.Incomplete(missing + "Authorization=" + header);
        }
        var accessKeyId = accessKeyId(parts.getOrDefault("Credential", ""));
        var issued = credentials.issued(accessKeyId);
        if (issued.isEmpty()) {
            return new Signed.ByStranger();
        }
        if (credentials.find(accessKeyId).isEmpty()) {
            return new Signed.Expired();
        }
        return SignatureV4.of(request, service)
                .filter(signature -> signature.isFresh(clock.instant()))
                .filter(signature -> signature.isBy(issued.get(), request))
                .<Signed>map(_ -> new Signed.BySession(issued.get()))
                .orElseGet(() -> new Signed.Invalid(MISMATCH));
    }

    /** Sessions of this stack sign in the header only: a query's signature is not checked, so it is not believed. */
    private Signed inQuery(Map<String, String> query) {
        var missing = QUERY_PARTS.stream()
                .filter(part -> query.getOrDefault(part, "").isEmpty())
                .map(part -> "AWS query-string parameters must include '" + part + "'. ")
                .collect(Collectors.joining());
        if (!missing.isEmpty()) {
            return new Signed.Incomplete(missing + "Re-examine the query-string parameters.");
        }
        var accessKeyId = accessKeyId(query.getOrDefault("X-Amz-Credential", ""));
        return credentials.issued(accessKeyId).isPresent() ? new Signed.Invalid(MISMATCH) : new Signed.ByStranger();
    }

    private static String accessKeyId(String credential) {
        int slash = credential.indexOf('/');
        return slash < 0 ? credential : credential.substring(0, slash);
    }

    private static Map<String, String> parts(String header) {
        var parts = new LinkedHashMap<String, String>();
        for (var part : header.split("[,\\s]+", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.putIfAbsent(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return parts;
    }
}
