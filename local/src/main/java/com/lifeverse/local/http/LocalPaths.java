package com.lifeverse.local.http;

import com.lifeverse.local.http.api.RouteKey;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What the stack itself answers, under {@code /_local/} on the API's own port: pages and tools that AWS does not have. Only
 * a browser page of this machine may ask: a request by another host name, or from a page of another site, is refused, so
 * that no web page can reach in through the browser.
 */
public final class LocalPaths {
    /** What every such path begins with. */
    public static final String PREFIX = "/_local/";

    /** Answers requests of one kind. */
    @FunctionalInterface
    public interface Handler {
        /** Answers a request; {@code variables} are the values of the path's variables, decoded. */
        Response handle(Request request, Map<String, String> variables);
    }

    private record Entry(RouteKey key, Handler handler) {}

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /** Answers {@code routeKey}, such as {@code GET /_local/tables/{table}}; of several that match the first one. */
    public void register(String routeKey, Handler handler) {
        var key = RouteKey.parse(routeKey);
        if (!routeKey.contains(" " + PREFIX)) {
            throw new IllegalArgumentException("Only paths below " + PREFIX + " are the stack's own: " + routeKey);
        }
        entries.add(new Entry(key, handler));
    }

    Response handle(Request request) {
        if (!isOfThisMachine(request)) {
            return Response.message(403, "Forbidden");
        }
        var path = RouteKey.decode(request.path());
        for (var entry : entries) {
            var variables = entry.key().match(request.method(), path);
            if (variables.isPresent()) {
                return entry.handler().handle(request, variables.get());
            }
        }
        return Response.message(404, "Not Found");
    }

    private static boolean isOfThisMachine(Request request) {
        var origins = request.headers().all("origin");
        return request.headers().first("host").map(LocalPaths::isLoopback).orElse(false)
                && origins.stream().allMatch(LocalPaths::isLoopbackOrigin);
    }

    private static boolean isLoopbackOrigin(String origin) {
        try {
            var authority = URI.create(origin).getRawAuthority();
            return authority != null && isLoopback(authority);
        } catch (IllegalArgumentException e) {
            // What is no address is no page of this machine.
            return false;
        }
    }

    private static boolean isLoopback(String authority) {
        var host = authority.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}");
    }
}
