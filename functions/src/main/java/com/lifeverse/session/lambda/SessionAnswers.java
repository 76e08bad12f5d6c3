package com.lifeverse.session.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.session.Lease;
import com.lifeverse.session.Session;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.inbox.InboxMessage;
import com.lifeverse.session.inbox.InboxMessage.Content;
import com.lifeverse.session.inbox.ReadInbox;
import com.lifeverse.session.own.Bearer;
import com.lifeverse.session.own.OwnSession.Look;
import com.lifeverse.session.renew.RenewOutcome.Renewed;
import com.lifeverse.session.signin.SignInOutcome.SignedIn;
import com.lifeverse.session.token.RefreshToken;
import com.lifeverse.session.token.SessionTokens;
import com.lifeverse.session.token.SessionTokens.AccessToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The answers of the session functions, as the HTTP contract words them. None may be kept by a cache. */
public final class SessionAnswers {
    private SessionAnswers() {}

    /** A session in the hands of its client: with fresh tokens, and when to renew it. */
    public static HttpResponse signedIn(
            SignedIn signedIn, SessionTokens tokens, SessionPolicy policy, UUID tokenId, Instant now) {
        var session = signedIn.session();
        var refresh = RefreshToken.of(signedIn.playerId(), session, signedIn.refreshGeneration());
        var access = tokens.sign(
                signedIn.playerId(),
                session.id(),
                session.generation(),
                signedIn.tokenEpoch(),
                session.client(),
                tokenId,
                now);
        return signedIn(signedIn, tokens.seal(refresh, now), access, policy.leaseUntil(session.renewAt()));
    }

    private static HttpResponse signedIn(SignedIn signedIn, String refreshToken, AccessToken access, Lease lease) {
        var json = Json.object()
                .put("sessionId", signedIn.session().id())
                .put("playerId", signedIn.playerId())
                .put("newPlayer", signedIn.session().newPlayer())
                .put("accessToken", access.text())
                .put("accessTokenExpiresAt", access.expiresAt().toString())
                .put("refreshToken", refreshToken);
        json.set("lease", lease(lease));
        return answer(201, json.put("noticeRevision", signedIn.notices()));
    }

    static HttpResponse renewed(
            Renewed renewed, String refreshToken, Optional<AccessToken> access, long timelineVersion) {
        var json =
                Json.object().put("sessionId", renewed.successor().sessionId()).put("refreshToken", refreshToken);
        access.ifPresent(token -> json.put("accessToken", token.text())
                .put("accessTokenExpiresAt", token.expiresAt().toString()));
        json.set("lease", lease(renewed.lease()));
        return answer(200, json.put("noticeRevision", renewed.notices()).put("timelineVersion", timelineVersion));
    }

    static HttpResponse session(String playerId, Look.Found found) {
        Session session = found.session();
        var json = Json.object()
                .put("sessionId", session.id())
                .put("playerId", playerId)
                .put("platform", session.client().platform().text());
        session.client().region().ifPresent(region -> json.put("region", region));
        json.put("clientVersion", session.client().version());
        json.put("startedAt", session.startedAt().toString());
        json.set("lease", lease(found.lease()));
        return answer(200, json.put("noticeRevision", found.notices()));
    }

    static HttpResponse sessions(Bearer bearer, List<Session> sessions, SessionPolicy policy) {
        var json = Json.object();
        var list = json.putArray("sessions");
        for (var session : sessions) {
            var each = list.addObject()
                    .put("sessionId", session.id())
                    .put("current", session.id().equals(bearer.sessionId()))
                    .put("platform", session.client().platform().text());
            session.client().region().ifPresent(region -> each.put("region", region));
            each.put("clientVersion", session.client().version());
            each.put("startedAt", session.startedAt().toString());
            each.set("lease", lease(policy.leaseUntil(session.renewAt())));
        }
        return answer(200, json);
    }

    static HttpResponse inbox(ReadInbox.Page page) {
        var json = Json.object();
        var messages = json.putArray("messages");
        page.messages().forEach(message -> messages.add(message(message)));
        page.cursor().ifPresent(cursor -> json.put("cursor", cursor));
        return answer(200, json);
    }

    private static ObjectNode message(InboxMessage message) {
        var json = Json.object().put("messageId", message.id());
        switch (message.content()) {
            case Content.Grant(var grantId, var item, var amount) -> {
                json.put("kind", "grant");
                json.putObject("grant")
                        .put("grantId", grantId)
                        .put("item", item)
                        .put("amount", amount);
            }
            case Content.Text(var text) -> json.put("kind", "message").put("message", text);
        }
        return json.put("sentAt", message.sentAt().toString()).put("source", message.source());
    }

    private static ObjectNode lease(Lease lease) {
        return Json.object()
                .put("renewAt", lease.renewAt().toString())
                .put("expiresAt", lease.expiresAt().toString());
    }

    private static HttpResponse answer(int status, ObjectNode body) {
        var headers = Map.of("content-type", "application/json", "cache-control", "no-store");
        return new HttpResponse(status, headers, Json.write(body));
    }
}
