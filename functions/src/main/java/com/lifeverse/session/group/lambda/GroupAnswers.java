package com.lifeverse.session.group.lambda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.session.Platform;
import com.lifeverse.session.group.Feature;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.ReadyCheck;
import com.lifeverse.session.group.desk.OpenGroup;
import com.lifeverse.session.group.desk.OwnGroups;
import com.lifeverse.session.group.desk.Roll;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Groups as the HTTP contract words them. None may be kept by a cache; each has its revision as ETag. */
final class GroupAnswers {
    private GroupAnswers() {}

    static HttpResponse group(int status, Group group, String caller) {
        return tagged(status, group, "application/json", Json.write(json(group, caller)));
    }

    static HttpResponse groups(OwnGroups.Page page, String caller) {
        var json = Json.object();
        var list = json.putArray("groups");
        page.groups().forEach(group -> list.add(json(group, caller)));
        page.next().ifPresent(next -> json.put("cursor", next));
        return HttpResponse.json(200, json);
    }

    /** What came of making a group. */
    static HttpResponse opened(OpenGroup.Outcome outcome, String caller) {
        return switch (outcome) {
            case OpenGroup.Outcome.Opened(var group) -> group(201, group, caller);
            case OpenGroup.Outcome.UnknownTemplate() -> throw invalid("/template", "must name a template in force");
            case OpenGroup.Outcome.BeyondTemplate(var template) ->
                throw invalid("", "must ask for no more seats, platforms and features than " + template.id() + " has");
            case OpenGroup.Outcome.Refused(var why) -> throw Refusals.of(why);
            case OpenGroup.Outcome.KeyReused() ->
                throw new Refused(Problem.IDEMPOTENCY_KEY_REUSED, "Take a new key for another group.");
        };
    }

    private static Refused invalid(String pointer, String message) {
        return new Refused(
                Problem.INVALID_REQUEST,
                "See the violations: each names a place in the body.",
                List.of(new Violation(pointer, message)));
    }

    /** The caller's change was based on another state; this is the one to base it on. */
    static HttpResponse stale(Group group, String caller, HttpRequest request) {
        var problem = HttpResponse.problem(
                        Problem.GROUP_CHANGED,
                        "Base the change on the current state, which is in here.",
                        List.of(),
                        request)
                .extended("current", json(group, caller));
        return tagged(problem.status(), group, "application/problem+json", problem.body());
    }

    private static HttpResponse tagged(int status, Group group, String type, String body) {
        var headers = new TreeMap<String, String>();
        headers.put("content-type", type);
        headers.put("cache-control", "no-store");
        headers.put("etag", "\"" + group.revision() + "\"");
        return new HttpResponse(status, headers, body);
    }

    private static ObjectNode json(Group group, String caller) {
        var json = Json.object().put("groupId", group.id());
        json.put("template", group.template().name())
                .put("templateVersion", group.template().version())
                .put("revision", group.revision())
                .put("createdAt", group.constants().createdAt().toString())
                .put("seats", group.constants().seats())
                .put("openSeats", group.openSeats())
                .put("joinability", group.settings().joinability().name())
                .put("backfill", group.settings().backfill());
        group.constants().region().ifPresent(region -> json.put("region", region));
        group.leadership().leader().ifPresent(leader -> json.put("leader", leader));
        // Who is only invited has a seat kept for them, and no say yet in who else comes.
        group.code()
                .filter(_ -> group.member(caller).filter(Member::isIn).isPresent())
                .ifPresent(code -> json.put("joinCode", code));
        texts(
                json.putArray("platforms"),
                group.constants().platforms().stream()
                        .map(Platform::text)
                        .sorted()
                        .toList());
        texts(
                json.putArray("features"),
                group.features().stream().map(Feature::text).toList());
        texts(
                json.putArray("supported"),
                group.template().supported().stream()
                        .map(Feature::text)
                        .sorted()
                        .toList());
        group.settings().properties().forEach(json.putObject("properties")::put);
        group.settings().searchable().forEach(json.putObject("searchable")::put);
        group.readyCheck().ifPresent(check -> check(json.putObject("readyCheck"), check));
        group.end()
                .ifPresent(end -> json.putObject("ended")
                        .put("reason", end.reason().slug())
                        .put("at", end.at().toString()));
        var members = json.putArray("members");
        boolean hidden = group.template().isCrowd();
        json.put("membersHidden", hidden);
        group.seated().stream()
                .filter(member -> !hidden || member.playerId().equals(caller))
                .forEach(member -> member(members.addObject(), member));
        return json;
    }

    /** Those who have a seat, section by section, for who leads the group. */
    static HttpResponse roll(Roll roll) {
        var json = Json.object();
        var members = json.putArray("members");
        roll.members().forEach(member -> member(members.addObject(), member));
        roll.next().ifPresent(next -> json.put("cursor", Integer.toString(next)));
        return HttpResponse.json(200, json).with("cache-control", "no-store");
    }

    private static void member(ObjectNode json, Member member) {
        json.put("playerId", member.playerId())
                .put("state", member.state().name())
                .put("since", member.since().toString());
        if (member.apart().isPresent()) {
            json.put("apart", true);
        }
        member.joinedAt().ifPresent(at -> json.put("joinedAt", at.toString()));
        member.entrant()
                .ifPresent(entrant -> json.put("platform", entrant.platform().text()));
        member.invitation().ifPresent(invitation -> {
            json.put("invitedBy", invitation.by())
                    .put("invitedUntil", invitation.expiresAt().toString());
            invitation.metadata().ifPresent(metadata -> json.put("metadata", metadata));
        });
        member.properties().forEach(json.putObject("properties")::put);
    }

    private static void check(ObjectNode json, ReadyCheck check) {
        json.put("result", check.result().name())
                .put("startedAt", check.startedAt().toString())
                .put("until", check.until().toString());
        texts(json.putArray("asked"), check.asked());
        check.answers().forEach(json.putObject("answers")::put);
    }

    private static void texts(ArrayNode list, Collection<String> texts) {
        texts.forEach(list::add);
    }
}
