package com.lifeverse.session.group.lambda;

import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.MemberTraits;
import com.lifeverse.session.group.aws.DynamoFinder;
import com.lifeverse.session.group.aws.PreferredTraits;
import com.lifeverse.session.group.aws.TemplateFiles;
import com.lifeverse.session.group.desk.Templates;
import com.lifeverse.session.group.find.FindGroups;
import com.lifeverse.session.lambda.PlayerCaller;
import com.lifeverse.session.preference.aws.DynamoPreferences;
import com.lifeverse.session.social.Acquaintance;
import com.lifeverse.session.social.Acquaintances;
import com.lifeverse.session.social.Acquaintances.Kind;
import com.lifeverse.session.social.SocialPolicy;
import com.lifeverse.session.social.aws.DynamoAcquaintances;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds groups that the caller can join and that suit them: {@code GET /v1/open-groups}. No group itself is read. */
public final class GroupSearchFunction extends HttpFunction {
    private final LambdaRuntime runtime;
    private final Templates templates = new TemplateFiles();
    private final FindGroups groups;
    private final MemberTraits traits;
    private final Acquaintances acquaintances;
    private final SocialPolicy social;

    public GroupSearchFunction() {
        this(LambdaRuntime.onAws());
    }

    public GroupSearchFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LISTINGS_TABLE", "PLAYERS_TABLE");
        var dynamoDb = runtime.aws().dynamoDb();
        this.runtime = runtime;
        this.social = settings.policy(SocialPolicy.class);
        this.groups = new FindGroups(new DynamoFinder(dynamoDb, settings.text("LISTINGS_TABLE")));
        this.acquaintances = new DynamoAcquaintances(dynamoDb, settings.text("PLAYERS_TABLE"));
        this.traits = new PreferredTraits(new DynamoPreferences(dynamoDb, settings.text("PLAYERS_TABLE")));
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        var bearer = PlayerCaller.bearer(request);
        var seeker =
                new Entrant(bearer.playerId(), bearer.sessionId(), bearer.platform(), traits.of(bearer.playerId()));
        var search = SearchRequest.read(request, seeker, templates);
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        var page = search.amongFriends()
                ? groups.findAmong(
                        search.wanted(),
                        friends(bearer.playerId()),
                        search.from().after(),
                        search.limit(),
                        now)
                : groups.find(search.wanted(), search.from(), search.limit(), now);
        return SearchAnswers.page(page, bearer.playerId());
    }

    private NavigableSet<String> friends(String player) {
        return acquaintances.list(player, Kind.FRIENDS, social.friends()).stream()
                .map(Acquaintance::playerId)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
