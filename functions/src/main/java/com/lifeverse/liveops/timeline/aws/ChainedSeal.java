package com.lifeverse.liveops.timeline.aws;

import com.lifeverse.liveops.timeline.Bundle;
import com.lifeverse.liveops.timeline.KeyChain;
import com.lifeverse.liveops.timeline.Seal;
import com.lifeverse.liveops.timeline.Sheet;
import com.lifeverse.platform.json.Json;
import java.time.Instant;

/** Signs with the key of a chain that has its turn, and publishes all that may be met, each with from when and until when. */
public final class ChainedSeal implements Seal {
    private final Ed25519Seal signing;
    private final String keys;

    public ChainedSeal(KeyChain chain, Instant now) {
        this.signing = new Ed25519Seal(chain.signing(now).secret());
        var json = Json.object();
        var published = json.putArray("keys");
        for (var link : chain.published(now)) {
            var key = new Ed25519Seal(link.secret()).key();
            // The first key of all has no beginning.
            if (link.validFrom().isAfter(Instant.EPOCH)) {
                key.put("validFrom", link.validFrom().toString());
            }
            link.validUntil().ifPresent(until -> key.put("validUntil", until.toString()));
            published.add(key);
        }
        this.keys = json.toString();
    }

    @Override
    public Bundle.Signed sign(Sheet sheet) {
        return signing.sign(sheet);
    }

    @Override
    public String keys() {
        return keys;
    }
}
