package com.lifeverse.liveops.timeline.aws;

import com.lifeverse.liveops.timeline.Bundle;
import com.lifeverse.liveops.timeline.KeyChain;
import com.lifeverse.liveops.timeline.Seal;
import com.lifeverse.liveops.timeline.Sheet;
import com.lifeverse.platform.json.Json;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signs with the key of a chain that has its turn, and publishes all that may be met, each with from when and until when. A key is made when it is first
 * needed, which takes a millisecond: whoever looks whether there is anything to sign needs none. Safe for use by several threads.
 */
public final class ChainedSeal implements Seal {
    private final KeyChain chain;
    private final Instant now;
    private final Map<String, Ed25519Seal> made = new ConcurrentHashMap<>();

    public ChainedSeal(KeyChain chain, Instant now) {
        this.chain = chain;
        this.now = now;
    }

    @Override
    public Bundle.Signed sign(Sheet sheet) {
        return seal(chain.signing(now)).sign(sheet);
    }

    @Override
    public String keys() {
        var json = Json.object();
        var published = json.putArray("keys");
        for (var link : chain.published(now)) {
            var key = seal(link).key();
            // The first key of all has no beginning.
            if (link.validFrom().isAfter(Instant.EPOCH)) {
                key.put("validFrom", link.validFrom().toString());
            }
            link.validUntil().ifPresent(until -> key.put("validUntil", until.toString()));
            published.add(key);
        }
        return json.toString();
    }

    private Ed25519Seal seal(KeyChain.Link link) {
        return made.computeIfAbsent(link.secret(), Ed25519Seal::new);
    }
}
