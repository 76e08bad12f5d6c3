package com.lifeverse.local.access;

import com.lifeverse.local.stack.Guest;
import java.util.List;

/** What a player can do with what is theirs: each of it would be done, in this order. */
final class Deeds {
    private Deeds() {}

    static List<Deed> of(Scene scene) {
        var self = scene.owner().playerId();
        var mate = scene.mate().playerId();
        var led = "/v1/groups/" + scene.led();
        var polled = "/v1/groups/" + scene.polled();
        var coded = "/v1/groups/" + scene.coded();
        return List.of(
                Deed.of("changeGroup", led)
                        .header("if-match", scene.tag(scene.led()))
                        .with("{\"joinability\":\"OPEN\"}"),
                Deed.of("renewJoinCode", led + "/join-code"),
                Deed.of("askReady", led + "/ready-check"),
                Deed.of("answerReady", polled + "/ready-check/answer").with("{\"ready\":true}"),
                Deed.of("connectMember", led + "/members/" + self + "/connection"),
                Deed.of("disconnectMember", led + "/members/" + self + "/connection"),
                Deed.of("inviteToGroup", led + "/invitations")
                        .with("{\"playerId\":\"%s\"}".formatted(scene.asker().playerId())),
                Deed.of("removeMember", led + "/members/" + mate),
                Deed.of("changeMember", coded + "/members/" + self)
                        .header("if-match", scene.tag(scene.coded()))
                        .with("{\"properties\":{\"class\":\"bard\"}}"),
                Deed.of("revokeJoinCode", coded + "/join-code"),
                Deed.of("leadGroup", coded + "/leader").with("{\"playerId\":\"%s\"}".formatted(mate)),
                Deed.of("removeMember", coded + "/members/" + self),
                Deed.of("joinGroup", "/v1/groups/" + scene.asked() + "/members").with("{}"),
                Deed.of("joinGroupByCode", "/v1/group-joins").with("{\"code\":\"%s\"}".formatted(scene.code())),
                Deed.of("createGroup", "/v1/groups")
                        .header("idempotency-key", "\"late\"")
                        .with("{\"template\":\"party\"}"),
                Deed.of("endGroup", led),
                Deed.of("befriend", "/v1/friends/" + scene.asker().playerId()),
                Deed.of("unfriend", "/v1/friends/" + mate),
                Deed.of("block", "/v1/blocks/" + mate),
                Deed.of("unblock", "/v1/blocks/" + scene.rival().playerId()),
                Deed.of("savePreferences", "/v1/preferences")
                        .header("if-match", "\"0\"")
                        .with(
                                "{\"crossPlay\":\"samePlatformOnly\",\"accessibility\":{\"captions\":true},\"presence\":\"nobody\"}"),
                Deed.of("sayPresence", "/v1/presence").with("{\"availability\":\"away\",\"status\":\"late\"}"),
                Deed.of("createNoticeTicket", "/v1/notice-tickets"),
                Deed.of("offerHandOff", "/v1/sessions/" + scene.owner().sessionId() + "/hand-off-codes"),
                Deed.of("linkIdentity", "/v1/identities").with(Scene.device(scene.name() + "-on-the-road")),
                Deed.of("unlinkIdentity", "/v1/identities/" + scene.identity()),
                Deed.of("askForExport", "/v1/data-exports"),
                Deed.of("readExportPart", scene.part()));
    }

    /** What ends the session that asks. */
    static List<Deed> farewells(Guest guest) {
        return List.of(
                Deed.of("signOut", "/v1/sessions/" + guest.sessionId()),
                Deed.of("signOutEverywhere", "/v1/sessions"),
                Deed.of("askForErasure", "/v1/data-erasures"));
    }
}
