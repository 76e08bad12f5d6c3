package com.lifeverse.session.group.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.session.Platform;
import com.lifeverse.session.Sha256;
import com.lifeverse.session.group.Feature;
import com.lifeverse.session.group.find.FindGroups.Page;
import com.lifeverse.session.group.find.FindGroups.Place;
import com.lifeverse.session.group.find.Listing;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Found groups as the HTTP contract words them, and the cursor, which is bound to the caller. */
final class SearchAnswers {
    private static final Pattern PLACE =
            Pattern.compile("([0-7])\\.((?:grp|ply)_[0-9a-f-]{36})?\\.([A-Za-z0-9_-]{22})");

    private SearchAnswers() {}

    static HttpResponse page(Page page, String caller) {
        var json = Json.object();
        var groups = json.putArray("groups");
        page.listings().forEach(listing -> listing(groups.addObject(), listing));
        page.next().ifPresent(next -> json.put("cursor", cursor(next, caller)));
        var headers = Map.of("content-type", "application/json", "cache-control", "no-store");
        return new HttpResponse(200, headers, Json.write(json));
    }

    /** The place that a cursor stands for; empty if we did not make it for this caller. */
    static Optional<Place> place(String cursor, String caller) {
        var matcher = PLACE.matcher(decoded(cursor));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var place = new Place(Integer.parseInt(matcher.group(1)), Optional.ofNullable(matcher.group(2)));
        return matcher.group(3).equals(binding(place, caller)) ? Optional.of(place) : Optional.empty();
    }

    private static String cursor(Place place, String caller) {
        var text = place.shelves() + "." + place.after().orElse("") + "." + binding(place, caller);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String binding(Place place, String caller) {
        return Sha256.brief(
                "group-cursor",
                caller,
                Integer.toString(place.shelves()),
                place.after().orElse(""));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            // Not base64url, so not ours; the caller of place hears of it.
            return "";
        }
    }

    private static void listing(ObjectNode json, Listing listing) {
        json.put("groupId", listing.groupId()).put("template", listing.template());
        listing.region().ifPresent(region -> json.put("region", region));
        json.put("openSeats", listing.openSeats())
                .put("backfill", listing.backfill())
                .put("createdAt", listing.createdAt().toString());
        listing.searchable().forEach(json.putObject("searchable")::put);
        var platforms = json.putArray("platforms");
        listing.present().stream().map(Platform::text).sorted().forEach(platforms::add);
        var features = json.putArray("features");
        listing.features().stream().map(Feature::text).sorted().forEach(features::add);
        var supported = json.putArray("supported");
        listing.supported().stream().map(Feature::text).sorted().forEach(supported::add);
    }
}
