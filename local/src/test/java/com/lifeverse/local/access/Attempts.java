package com.lifeverse.local.access;

import com.lifeverse.local.stack.Guest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How an attacker goes at what is a victim's: first with the very requests that the victim would be heard with, then with the victim's
 * ids wherever else an operation takes one.
 */
record Attempts(Scene victim, String erasure, Guest attacker, String mine) {
    /** What is anybody's to do, or has its proof in the request; tried below in other words. */
    private static final Set<String> ANYBODYS = Set.of("joinGroupByCode", "befriend", "unfriend", "block", "unblock");

    /** All attempts that an operation is tried with. */
    List<Attempt> with(Operation operation) {
        var attempts = new ArrayList<>(
                all().filter(attempt -> attempt.deed().operation().equals(operation.id()))
                        .toList());
        if (attempts.isEmpty() && !operation.caller().equals("player")) {
            // Never gets as far as the body: a player's token is no staff token and no signature.
            attempts.add(Attempt.at(Deed.of(operation.id(), filled(operation.path())))
                    .orElse(401));
        }
        return attempts;
    }

    private Stream<Attempt> all() {
        return Stream.of(replayed(), elsewhere(), openly()).flatMap(each -> each);
    }

    private Stream<Attempt> replayed() {
        return Stream.concat(Deeds.of(victim).stream(), Deeds.farewells(victim.owner()).stream())
                .filter(deed -> !Operation.named(deed.operation()).ids().isEmpty())
                .filter(deed -> !ANYBODYS.contains(deed.operation()))
                .map(Attempt::at);
    }

    private Stream<Attempt> elsewhere() {
        var them = victim.owner().playerId();
        var led = "/v1/groups/" + victim.led();
        var own = "/v1/groups/" + mine;
        var player = "{\"playerId\":\"%s\"}";
        return Stream.of(
                Attempt.at(
                        Deed.of("readSession", "/v1/sessions/" + victim.owner().sessionId())),
                Attempt.at(Deed.of("readGroup", led)),
                Attempt.at(Deed.of("readGroup", "/v1/groups/" + victim.asked())),
                Attempt.at(Deed.of("leadGroup", led + "/leader").with(player.formatted(attacker.playerId()))),
                Attempt.at(Deed.of("leadGroup", own + "/leader").with(player.formatted(them)))
                        .orElse(409),
                Attempt.at(Deed.of("inviteToGroup", led + "/invitations").with(player.formatted(attacker.playerId()))),
                Attempt.at(Deed.of("inviteToGroup", own + "/invitations").with(player.formatted(them))),
                Attempt.at(Deed.of("joinGroup", led + "/members").with("{}")),
                Attempt.at(Deed.of("joinGroupByCode", "/v1/group-joins").with("{\"code\":\"ZZZZZZ\"}")),
                Attempt.at(Deed.of("removeMember", led + "/members/" + them)),
                Attempt.at(Deed.of("removeMember", "/v1/groups/" + victim.asked() + "/members/" + them)),
                Attempt.at(Deed.of("removeMember", own + "/members/" + them)),
                Attempt.at(Deed.of("connectMember", own + "/members/" + them + "/connection")),
                Attempt.at(Deed.of("disconnectMember", own + "/members/" + them + "/connection")),
                Attempt.at(Deed.of("changeMember", own + "/members/" + them)
                        .header("if-match", attacker.read(mine).header("etag"))
                        .with("{\"properties\":{\"class\":\"bard\"}}")),
                Attempt.at(Deed.of("readExport", "/v1/data-exports/" + victim.export())),
                Attempt.at(Deed.of("readErasure", "/v1/data-erasures/" + erasure)),
                // Of live events nobody has published one here, and nothing in these paths says whose participation is
                // meant: the token does.
                Attempt.at(Deed.of("joinLiveEvent", "/v1/live-events/weekend-festival/participation")
                        .with("{\"utcOffset\":\"+00:00\"}")),
                Attempt.at(Deed.of("readLiveEventParticipation", "/v1/live-events/weekend-festival/participation")),
                Attempt.at(Deed.of("claimLiveEventTier", "/v1/live-events/weekend-festival/claims")
                        .with("{\"occurrence\":\"2026-12-04T18:00\",\"tier\":1}")),
                Attempt.at(Deed.of("readLiveEventBoard", "/v1/live-events/weekend-festival/board")),
                Attempt.at(Deed.of("readLiveEventGoal", "/v1/live-event-goals/weekend-festival")),
                // The attacker's own variant, if one ran: it says nothing of the victim's.
                Attempt.at(Deed.of("readLiveEventExperiment", "/v1/live-events/weekend-festival/experiment"))
                        .orElse(404),
                // Whom the victim has blocked hears what everybody hears; nothing of it reaches the victim.
                Attempt.at(Deed.of("befriend", "/v1/friends/" + them)).orElse(202),
                Attempt.at(Deed.of("unfriend", "/v1/friends/" + them)).orElse(204),
                Attempt.at(Deed.of("block", "/v1/blocks/" + them)).orElse(204),
                Attempt.at(Deed.of("unblock", "/v1/blocks/" + them)).orElse(204),
                Attempt.at(Deed.of("readPresence", "/v1/presence?players=" + them))
                        .orElse(200),
                Attempt.at(Deed.of("linkIdentity", "/v1/identities")
                                .with(Scene.device(victim.name()).replace("\"secret-of", "\"no-secret-of")))
                        .orElse(409));
    }

    private Stream<Attempt> openly() {
        return Stream.of(
                Attempt.at(Deed.of(
                                        "renewSession",
                                        "/v1/sessions/" + victim.owner().sessionId() + "/renew")
                                .with("{\"refreshToken\":\"%s\"}".formatted(attacker.refreshToken())))
                        .orElse(401),
                Attempt.at(Deed.of("signIn", "/v1/sessions").with("""
                    {"credential":{"type":"device","deviceId":"device-of-%s","secret":"not-the-secret-of-it"},
                     "platform":"switch","clientVersion":"1.4.0","resume":"%s"}\
                    """.formatted(
                                        victim.name(), victim.owner().sessionId())))
                        .orElse(401),
                Attempt.at(Deed.of("takeHandOff", "/v1/hand-offs").with("""
                    {"code":"ZZZZZZZZZZ","deviceId":"device-of-%s","platform":"switch","clientVersion":"1.4.0"}\
                    """.formatted(victim.name())))
                        .orElse(401));
    }

    private String filled(String path) {
        var ids = path.replace("{sid}", victim.owner().sessionId())
                .replace("{playerId}", victim.owner().playerId())
                .replace("{gid}", victim.led())
                .replace("{pid}", victim.owner().playerId())
                .replace("{gate}", "admission")
                .replace("{event}", "weekend-festival")
                .replace("{compensation}", "outage-17")
                .replace("{platform}", "pc")
                .replace("{region}", "eu-west")
                .replace("{trigger}", "first-win-of-the-day")
                .replace("{schedule}", "weekly-turn")
                .replace("{letterId}", "ltr_019b76da-a800-7868-8190-e5722719b812")
                .replace("{workflow}", "data-erasure")
                .replace("{run}", erasure);
        if (ids.contains("{")) {
            throw new AssertionError("Say what of the victim's is meant in " + ids);
        }
        return ids;
    }
}
