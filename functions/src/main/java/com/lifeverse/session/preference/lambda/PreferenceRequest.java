package com.lifeverse.session.preference.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.session.Platform;
import com.lifeverse.session.preference.Accessibility;
import com.lifeverse.session.preference.Accessibility.Setting;
import com.lifeverse.session.preference.CrossPlayWish;
import com.lifeverse.session.preference.Palette;
import com.lifeverse.session.preference.PlayerPreferences;
import com.lifeverse.session.preference.Visibility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads preferences as a client sends them: all of them, each time. */
final class PreferenceRequest {
    private static final int BODY_LIMIT = 8 * 1024;
    private static final int REMAPS = 32;
    private static final Pattern INPUT = Pattern.compile("[A-Za-z0-9_.+-]{1,32}");
    private static final Pattern REVISION = Pattern.compile("\"([0-9]{1,18})\"");

    private PreferenceRequest() {}

    /** The revision that the change is based on. */
    static long revision(HttpRequest request) {
        var header = request.header("if-match")
                .orElseThrow(() ->
                        new Refused(Problem.PRECONDITION_REQUIRED, "Send the ETag of what was read last as If-Match."));
        var matcher = REVISION.matcher(header.strip());
        if (!matcher.matches()) {
            throw new Refused(
                    Problem.INVALID_REQUEST,
                    "The If-Match is malformed.",
                    List.of(new Violation("If-Match", "must be the one ETag of what was read")));
        }
        return Long.parseLong(matcher.group(1));
    }

    static PlayerPreferences read(HttpRequest request, long seen) {
        var body = Fields.of(request.body(BODY_LIMIT)).only("crossPlay", "accessibility", "presence");
        var crossPlay = crossPlay(body);
        var accessibility = accessibility(body.object("accessibility"));
        var presence = body.choice("presence", Visibility.texts());
        body.check();
        return new PlayerPreferences(CrossPlayWish.of(crossPlay), accessibility.made(), Visibility.of(presence), seen)
                .following(seen);
    }

    private static String crossPlay(Fields body) {
        var value = body.json().path("crossPlay");
        if (value.isTextual()) {
            return body.choice("crossPlay", List.of("allowed", "samePlatformOnly"));
        }
        var listed = new ArrayList<String>();
        value.forEach(platform -> listed.add(platform.asText()));
        if (!value.isArray() || listed.isEmpty() || !Platform.texts().containsAll(listed)) {
            body.violate("crossPlay", "must be allowed, samePlatformOnly, or a list of platforms");
        }
        return String.join(",", listed);
    }

    private static Draft accessibility(Fields fields) {
        var settings = Arrays.stream(Setting.values()).map(Setting::text);
        fields.only(Stream.concat(settings, Stream.of("palette", "inputRemaps")).toArray(String[]::new));
        var on = EnumSet.noneOf(Setting.class);
        for (var setting : Setting.values()) {
            var value = fields.json().path(setting.text());
            if (!value.isMissingNode() && !value.isBoolean()) {
                fields.violate(setting.text(), "must be true or false");
            } else if (value.asBoolean()) {
                on.add(setting);
            }
        }
        var palette = fields.json().has("palette") ? fields.choice("palette", Palette.texts()) : "standard";
        return new Draft(on, palette, remaps(fields));
    }

    private static Map<String, String> remaps(Fields fields) {
        var remaps = new TreeMap<String, String>();
        JsonNode given = fields.json().path("inputRemaps");
        if (given.isMissingNode()) {
            return remaps;
        }
        given.properties()
                .forEach(remap -> remaps.put(remap.getKey(), remap.getValue().asText()));
        boolean fits = given.isObject()
                && remaps.size() <= REMAPS
                && given.valueStream().allMatch(JsonNode::isTextual)
                && Stream.concat(remaps.keySet().stream(), remaps.values().stream())
                        .allMatch(name -> INPUT.matcher(name).matches());
        if (!fits) {
            fields.violate("inputRemaps", "must name at most 32 actions, and an input for each");
        }
        return remaps;
    }

    /** What was read before it is known to be right. */
    private record Draft(Set<Setting> on, String palette, Map<String, String> remaps) {
        Accessibility made() {
            return new Accessibility(on, Palette.of(palette), remaps);
        }
    }
}
