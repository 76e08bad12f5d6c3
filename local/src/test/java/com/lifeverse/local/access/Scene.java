package com.lifeverse.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.stack.Game;
import com.lifeverse.local.stack.Game.Answer;
import com.lifeverse.local.stack.Guest;
import java.util.Map;

/**
 * A player of whom there is one of everything that an id can name: groups that they lead with a member in them, invitations both ways,
 * friends, requests, blocks, a second identity, preferences, a status, a hand-off code, and an export with its parts.
 *
 * @param name of the player, from which the others have theirs
 * @param owner the player
 * @param mate a friend, in the player's groups
 * @param asker who waits for an answer to their request
 * @param rival whom the player has blocked
 * @param led a group that the player leads, the mate in it
 * @param polled another one, that waits for answers whether all are ready
 * @param coded another one, with a join code
 * @param hosted a group of the mate's that everybody may join, with a join code
 * @param code that join code
 * @param asked a group of the mate's that the player is invited to
 * @param identity the second one's id
 * @param export the request's id
 * @param part one of its parts, as a path
 */
record Scene(
        Game game,
        String name,
        Guest owner,
        Guest mate,
        Guest asker,
        Guest rival,
        String led,
        String polled,
        String coded,
        String hosted,
        String code,
        String asked,
        String identity,
        String export,
        String part) {
    private static final String ANYBODY = ",\"joinability\":\"OPEN\"";

    static Scene of(Game game, String name) {
        var owner = Guest.on(game, name, "switch");
        var mate = Guest.on(game, "mate-of-" + name, "switch");
        var asker = Guest.on(game, "asker-of-" + name, "switch");
        var rival = Guest.on(game, "rival-of-" + name, "switch");
        befriend(owner, mate);
        befriend(mate, owner);
        befriend(asker, owner);
        fine(owner.send("PUT", "/v1/blocks/" + rival.playerId(), ""));
        fine(owner.send("PUT", "/v1/presence", "{\"availability\":\"online\",\"status\":\"hello\"}"));
        fine(owner.send("POST", "/v1/sessions/" + owner.sessionId() + "/hand-off-codes", ""));
        var identity = fine(owner.send("POST", "/v1/identities", device(name + "-at-home")));
        var led = party(owner, mate);
        var polled = party(owner, mate);
        fine(owner.send("POST", "/v1/groups/" + polled + "/ready-check", ""));
        var coded = party(owner, mate);
        fine(owner.send("PUT", "/v1/groups/" + coded + "/join-code", ""));
        var hosted = mate.party(ANYBODY);
        var code = fine(mate.send("PUT", "/v1/groups/" + hosted + "/join-code", ""));
        var asked = mate.party("");
        fine(mate.invite(asked, owner));
        var export = fine(owner.send("POST", "/v1/data-exports", "")).text("/requestId");
        game.stack().settle();
        var ready = fine(owner.send("GET", "/v1/data-exports/" + export, ""));
        return new Scene(
                game,
                name,
                owner,
                mate,
                asker,
                rival,
                led,
                polled,
                coded,
                hosted,
                code.text("/joinCode"),
                asked,
                identity.text("/identityId"),
                export,
                ready.text("/parts/0"));
    }

    /** The body that links the device of that name. */
    static String device(String name) {
        return """
                {"credential":{"type":"device","deviceId":"device-of-%1$s","secret":"secret-of-device-of-%1$s"}}""".formatted(name);
    }

    /** The tag of a group as the player sees it. */
    String tag(String group) {
        return owner.read(group).header("etag");
    }

    private static String party(Guest owner, Guest mate) {
        var party = owner.party("");
        fine(owner.invite(party, mate));
        fine(mate.join(party));
        return party;
    }

    private static void befriend(Guest one, Guest other) {
        fine(one.send("PUT", "/v1/friends/" + other.playerId(), Map.of(), ""));
    }

    private static Answer fine(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isBetween(200, 299);
        return answer;
    }
}
