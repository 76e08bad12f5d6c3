package com.lifeverse.trigger.webhook;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Another system that triggers may call, by a name that operators have entered with the code.
 *
 * @param urls where it is, by stage
 */
public record Destination(String name, Map<String, URI> urls) {
    /** The last label begins with a letter, so that no number in any spelling is taken for a name. */
    private static final Pattern HOST =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    private static final int HTTPS_PORT = 443;

    public Destination {
        urls = Map.copyOf(urls);
    }

    /** Why nothing may be sent there, whoever says so; empty if it may. */
    public static Optional<String> fault(URI url) {
        if (!"https".equals(url.getScheme())) {
            return Optional.of("must be https");
        }
        var host = url.getHost();
        if (host == null || !HOST.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
            return Optional.of("must name a host, not an address");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            return Optional.of("must have neither user nor fragment");
        }
        return Optional.empty();
    }

    /** As {@link #fault}, of what operators enter: no port but that of HTTPS. */
    public static Optional<String> entryFault(URI url) {
        var elsewhere = url.getPort() != -1 && url.getPort() != HTTPS_PORT;
        return fault(url).or(() -> elsewhere ? Optional.of("must not name a port") : Optional.empty());
    }
}
