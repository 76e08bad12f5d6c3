package com.lifeverse.session.preference.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.Platform;
import com.lifeverse.session.lambda.LiveCaller;
import com.lifeverse.session.lambda.PlayerCaller;
import com.lifeverse.session.preference.Accessibility.Setting;
import com.lifeverse.session.preference.CrossPlayWish;
import com.lifeverse.session.preference.PlayerPreferences;
import com.lifeverse.session.preference.PreferenceEvents;
import com.lifeverse.session.preference.Preferences;
import com.lifeverse.session.preference.Preferences.Saved;
import com.lifeverse.session.preference.aws.DynamoPreferences;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** {@code GET|PUT /v1/preferences}: the caller's own, and nobody else's. */
public final class PreferenceFunction extends HttpFunction {
    private final LambdaRuntime runtime;
    private final Preferences preferences;
    private final LiveCaller callers;

    public PreferenceFunction() {
        this(LambdaRuntime.onAws());
    }

    public PreferenceFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_TABLE", "PLAYERS_TABLE");
        this.runtime = runtime;
        this.callers = LiveCaller.of(runtime);
        this.preferences = new DynamoPreferences(runtime.aws().dynamoDb(), settings.text("PLAYERS_TABLE"));
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        return switch (request.routeKey()) {
            case "GET /v1/preferences" -> answer(200, preferences.of(PlayerCaller.playerId(request)));
            case "PUT /v1/preferences" -> save(request, caller(request));
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private String caller(HttpRequest request) {
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        return callers.bearer(request, now).playerId();
    }

    private HttpResponse save(HttpRequest request, String playerId) {
        var wanted = PreferenceRequest.read(request, PreferenceRequest.revision(request));
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        var news = PreferenceEvents.changed(runtime.ids().next(), playerId, wanted, now);
        return switch (preferences.save(playerId, wanted, List.of(news))) {
            case Saved.Done() -> answer(200, wanted);
            // Not a problem document: what the client needs is how they stand now, to change that.
            case Saved.Overtaken(var current) -> answer(412, current);
        };
    }

    private static HttpResponse answer(int status, PlayerPreferences preferences) {
        var headers = Map.of(
                "content-type", "application/json",
                "cache-control", "no-store",
                "etag", "\"" + preferences.revision() + "\"");
        return new HttpResponse(status, headers, Json.write(json(preferences)));
    }

    private static ObjectNode json(PlayerPreferences preferences) {
        var json = Json.object();
        switch (preferences.crossPlay()) {
            case CrossPlayWish.Listed(var platforms) ->
                platforms.stream().map(Platform::text).forEach(json.putArray("crossPlay")::add);
            case CrossPlayWish.Allowed _, CrossPlayWish.SamePlatformOnly _ ->
                json.put("crossPlay", preferences.crossPlay().text());
        }
        var accessibility = json.putObject("accessibility");
        for (var setting : Setting.values()) {
            accessibility.put(setting.text(), preferences.accessibility().on().contains(setting));
        }
        accessibility.put("palette", preferences.accessibility().palette().text());
        var remaps = accessibility.putObject("inputRemaps");
        preferences.accessibility().inputRemaps().forEach(remaps::put);
        return json.put("presence", preferences.presence().text());
    }
}
