package com.lifeverse.local.kernel;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The public web as the stack sees it: static sites by host name, each a function from path to document. */
public final class Sites {
    /** A document with its media type. */
    public record Document(String contentType, String content) {}

    /** One site. */
    @FunctionalInterface
    public interface Site {
        Optional<Document> at(String path);
    }

    private final Map<String, Site> byHost = new ConcurrentHashMap<>();

    public void register(String host, Site site) {
        byHost.put(host, site);
    }

    /** The document at an https address; empty if nothing is there. */
    public Optional<Document> get(URI address) {
        var site = byHost.get(address.getHost());
        return site == null ? Optional.empty() : site.at(address.getPath());
    }
}
