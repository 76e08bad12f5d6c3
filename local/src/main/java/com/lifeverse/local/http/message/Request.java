package com.lifeverse.local.http.message;

import java.util.List;
import java.util.Map;

/**
 * A request as it came over the wire.
 *
 * @param method in capitals
 * @param path as sent, not decoded
 * @param query as sent, not decoded, without the question mark; empty if there is none
 * @param sourceIp the client's address
 */
public record Request(String method, String path, String query, Headers headers, Body body, String sourceIp) {
    /** A request made in process, from this machine, to {@code target}: a path with or without query. */
    public static Request of(String method, String target, Map<String, String> headers, Body body) {
        int mark = target.indexOf('?');
        return new Request(
                method,
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? "" : target.substring(mark + 1),
                Headers.of(headers),
                body,
                "127.0.0.1");
    }

    /** The query's parameters, decoded, in their order. */
    public List<QueryParameter> parameters() {
        return QueryParameter.parse(query);
    }

    /** How many bytes the request line and the headers take. */
    public int headSize() {
        return method.length() + path.length() + query.length() + " ? HTTP/1.1\r\n".length() + headers.size();
    }
}
