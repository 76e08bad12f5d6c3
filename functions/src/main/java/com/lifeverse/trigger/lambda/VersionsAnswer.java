package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.shadow.Agreement;
import com.lifeverse.trigger.spec.Release;
import com.lifeverse.trigger.spec.Release.Stage;
import com.lifeverse.trigger.spec.Versions;
import com.lifeverse.trigger.spec.Versions.Version;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The versions of a trigger as staff get them. */
final class VersionsAnswer {
    private VersionsAnswer() {}

    /**
     * All of it.
     *
     * @param playerId whose version is asked for
     * @param agreements finds what was compared with a version
     */
    static ObjectNode of(
            Versions versions, Optional<String> playerId, Function<String, Optional<Agreement>> agreements) {
        var json = Json.object().put("trigger", versions.id());
        var list = json.putArray("versions");
        list.add(version(versions.current(), "current", agreements));
        versions.next().ifPresent(next -> list.add(version(next, "next", agreements)));
        playerId.ifPresent(player -> json.set("player", player(versions, player)));
        return json;
    }

    private static ObjectNode version(Version version, String which, Function<String, Optional<Agreement>> agreements) {
        var release = version.release();
        var json = Json.object()
                .put("version", version.trigger().version())
                .put("which", which)
                .put("stage", release.stage().name().toLowerCase(Locale.ROOT));
        if (release.stage() == Stage.LIVE) {
            json.put("percent", release.percent());
        }
        agreements.apply(version.trigger().version()).ifPresent(found -> json.set("compared", compared(found)));
        return json;
    }

    private static ObjectNode compared(Agreement agreement) {
        var json = Json.object()
                .put("both", agreement.both())
                .put("onlyLive", agreement.onlyLive())
                .put("onlyShadow", agreement.onlyShadow())
                .put("agreement", agreement.rate());
        var differing = json.putArray("differing");
        agreement
                .differing()
                .forEach(each -> differing
                        .addObject()
                        .put("verdict", each.verdict().word())
                        .put("event", each.event()));
        return json;
    }

    private static ObjectNode player(Versions versions, String playerId) {
        var owner = versions.owner(playerId);
        var json = Json.object().put("hundredth", Release.hundredth(versions.id(), owner));
        versions.acting(owner).ifPresent(trigger -> json.put("acting", trigger.version()));
        versions.shadowing(owner).ifPresent(trigger -> json.put("shadowing", trigger.version()));
        return json;
    }
}
