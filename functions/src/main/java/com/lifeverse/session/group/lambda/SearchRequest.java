package com.lifeverse.session.group.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.desk.Templates;
import com.lifeverse.session.group.find.FindGroups.Place;
import com.lifeverse.session.group.find.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is looked for, and which page of it.
 *
 * @param amongFriends true to look for groups of friends that only friends may join
 */
record SearchRequest(Wanted wanted, boolean amongFriends, Place from, int limit) {
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{2,32}");
    private static final Pattern SEATS = Pattern.compile("[1-9][0-9]{0,4}");
    private static final Pattern LIMIT = Pattern.compile("[1-9]|[1-4][0-9]|50");
    private static final Pattern FLAG = Pattern.compile("true|false");
    private static final Pattern ATTRIBUTES =
            Pattern.compile("[A-Za-z0-9._-]{1,32}:[^,:]{1,64}(,[A-Za-z0-9._-]{1,32}:[^,:]{1,64}){0,3}");
    private static final String DEFAULT_LIMIT = "20";

    static SearchRequest read(HttpRequest request, Entrant seeker, Templates templates) {
        var violations = new ArrayList<Violation>();
        var template = parameter(request, "template", GroupRequests.TEMPLATE, violations);
        if (template.isEmpty() && violations.isEmpty()) {
            violations.add(new Violation("template", "is required"));
        }
        // Whoever misspells a name would wait in vain for a group to be found.
        if (template.filter(name -> templates.newest(name).isEmpty()).isPresent()) {
            violations.add(new Violation("template", "must name a template in force"));
        }
        var region = parameter(request, "region", REGION, violations);
        var seats = parameter(request, "seats", SEATS, violations);
        var limit = parameter(request, "limit", LIMIT, violations);
        var backfill = parameter(request, "backfill", FLAG, violations);
        boolean friends = parameter(request, "friends", FLAG, violations)
                .filter("true"::equals)
                .isPresent();
        var attributes = parameter(request, "attributes", ATTRIBUTES, violations);
        var cursor = request.queryParameter("cursor");
        var from =
                cursor.map(text -> SearchAnswers.place(text, seeker.playerId())).orElse(Optional.of(Place.FIRST));
        if (from.filter(place -> isOf(place, friends)).isEmpty()) {
            violations.add(new Violation("cursor", "must be the cursor of a page of the caller's"));
        }
        if (!violations.isEmpty()) {
            throw new Refused(Problem.INVALID_REQUEST, "See the violations: each names a parameter.", violations);
        }
        var wanted = new Wanted(
                template.orElseThrow(),
                region,
                Integer.parseInt(seats.orElse("1")),
                backfill.filter("true"::equals).isPresent(),
                attributes.map(SearchRequest::pairs).orElse(Map.of()),
                seeker);
        return new SearchRequest(wanted, friends, from.orElseThrow(), Integer.parseInt(limit.orElse(DEFAULT_LIMIT)));
    }

    private static Optional<String> parameter(
            HttpRequest request, String name, Pattern pattern, List<Violation> violations) {
        var text = request.queryParameter(name);
        if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
            violations.add(new Violation(name, "must match " + pattern.pattern()));
            return Optional.empty();
        }
        return text;
    }

    private static boolean isOf(Place place, boolean friends) {
        return place.after().filter(last -> last.startsWith("ply_") != friends).isEmpty();
    }

    private static Map<String, String> pairs(String text) {
        var pairs = new TreeMap<String, String>();
        for (var pair : text.split(",", -1)) {
            int colon = pair.indexOf(':');
            pairs.put(pair.substring(0, colon), pair.substring(colon + 1));
        }
        return pairs;
    }
}
