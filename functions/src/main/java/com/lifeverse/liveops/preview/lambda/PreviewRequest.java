package com.lifeverse.liveops.preview.lambda;

import com.lifeverse.liveops.event.Platforms;
import com.lifeverse.liveops.event.Regions;
import com.lifeverse.liveops.preview.Viewer;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Who is looked through the eyes of, when, and at what.
 *
 * @param drafts true for the last revisions, whoever has seen them; false for what players have
 */
record PreviewRequest(Viewer viewer, Instant at, boolean drafts) {
    private static final int LIMIT = 8 * 1024;
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,4}\\.[0-9]{1,4}\\.[0-9]{1,4}");
    private static final Pattern OFFSET = Pattern.compile("Z|[+-][0-9]{2}:[0-9]{2}");
    private static final Pattern PLAYER = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern OF = Pattern.compile("published|latest");

    static PreviewRequest read(HttpRequest request, Instant now) {
        var body = Fields.of(request.body(LIMIT)).only("at", "of", "player");
        var at = body.optionalTime("at").orElse(now);
        boolean drafts = body.optionalText("of", OF).filter("latest"::equals).isPresent();
        var player =
                body.object("player").only("playerId", "utcOffset", "clientVersion", "platform", "region", "profile");
        var id = player.text("playerId", PLAYER);
        var offset = offset(player);
        var version = player.optionalText("clientVersion", VERSION);
        var platform = player.choice("platform", Platforms.NAMES);
        var region = player.choice("region", Regions.NAMES);
        var profile = new TreeMap<String, Object>();
        if (player.has("profile")) {
            profile.putAll(Json.plain(player.object("profile").json()));
        }
        profile.values().removeIf(Objects::isNull);
        profile.put("platform", platform);
        profile.put("region", region);
        body.check();
        return new PreviewRequest(new Viewer(id, offset, version, region, profile), at, drafts);
    }

    private static ZoneOffset offset(Fields player) {
        var text = player.optionalText("utcOffset", OFFSET).orElse("Z");
        try {
            return ZoneOffset.of(text);
        } catch (DateTimeException e) {
            player.violate("utcOffset", "must be an offset such as +09:00");
            return ZoneOffset.UTC;
        }
    }
}
