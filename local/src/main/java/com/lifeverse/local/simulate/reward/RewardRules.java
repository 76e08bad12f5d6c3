package com.lifeverse.local.simulate.reward;

import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What must hold in the end, by the tables: what counts counts once, and what is reached, claimed and granted is the same. */
final class RewardRules {
    private static final String PARTICIPATION = "part#" + Contest.NAME + "#";
    private static final String MARK = "mark#" + Contest.NAME + "#";
    private static final String SHARES = "goal#" + Contest.NAME + "#";
    private static final String GRANT = "grant#live-event/" + Contest.NAME + "#";

    private final Contest contest;
    private final Referee referee;
    private final List<Map<String, AttributeValue>> items;
    private final List<Map<String, AttributeValue>> ledger;
    private final List<Violation> found = new ArrayList<>();

    RewardRules(Contest contest, Referee referee, Stage stage) {
        this.contest = contest;
        this.referee = referee;
        this.items = scan(stage, "ParticipationsTable");
        this.ledger = scan(stage, "TriggersTable").stream()
                .filter(item -> text(item, "sk").startsWith(GRANT))
                .toList();
    }

    /**
     * What does not hold.
     *
     * @param players whose matches were told
     */
    List<Violation> violations(List<String> players) {
        long all = 0;
        var participations = new TreeMap<String, Map<String, AttributeValue>>();
        items.stream()
                .filter(item -> text(item, "pk").startsWith(PARTICIPATION))
                .forEach(item -> participations.put(text(item, "sk"), item));
        for (var item : participations.values()) {
            all += number(item, "progress");
        }
        long shares = items.stream()
                .filter(item ->
                        text(item, "pk").startsWith(SHARES) && text(item, "sk").startsWith("share#"))
                .mapToLong(item -> number(item, "amount"))
                .sum();
        if (contest.together() && shares != all) {
            find("shares-come-to-what-all-did", shares + " instead of " + all);
        }
        for (var player : players) {
            long progress = Optional.ofNullable(participations.get(player))
                    .map(item -> number(item, "progress"))
                    .orElse(0L);
            counted(player, progress);
            var claimed = new TreeSet<Integer>();
            Optional.ofNullable(participations.get(player))
                    .map(item -> item.get("claimed"))
                    .ifPresent(tiers -> tiers.m().keySet().forEach(tier -> claimed.add(Integer.valueOf(tier))));
            given(player, progress, contest.together() ? shares : progress, claimed);
        }
        return found;
    }

    private void counted(String player, long progress) {
        long marks = items.stream()
                .filter(item ->
                        text(item, "pk").startsWith(MARK) && text(item, "pk").endsWith("#" + player))
                .count();
        if (marks != progress) {
            find("counted-once", player + " came to " + progress + " by " + marks + " happenings");
        }
        if (progress > referee.sent(player)) {
            find("nothing-counts-for-nothing", player + " came to " + progress + " in " + referee.sent(player));
        }
        if (!contest.brief() && progress < referee.accepted(player)) {
            find("all-counts", player + " came to " + progress + " of " + referee.accepted(player));
        }
    }

    private void given(String player, long progress, long amount, SortedSet<Integer> claimed) {
        var granted = new ArrayList<Integer>();
        ledger.stream()
                .filter(item -> text(item, "playerId").equals(player))
                .forEach(item -> granted.add((int) number(item, "tier")));
        granted.sort(null);
        if (!granted.equals(List.copyOf(claimed))) {
            find("granted-is-what-is-claimed", player + " claimed " + claimed + " and has " + granted);
        }
        var reached = new TreeSet<Integer>();
        Contest.TIERS.forEach((tier, at) -> {
            if (progress > 0 && amount >= at) {
                reached.add(tier);
            }
        });
        if (!claimed.equals(reached)) {
            find("claimed-is-what-is-reached", player + " reached " + reached + " and has claimed " + claimed);
        }
    }

    private void find(String invariant, String what) {
        found.add(Violation.inTheEnd(invariant, what));
    }

    private static List<Map<String, AttributeValue>> scan(Stage stage, String table) {
        return stage
                .stack()
                .tables()
                .scanPaginator(scan -> scan.tableName(stage.stack().ref(table)))
                .items()
                .stream()
                .toList();
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        return value == null || value.s() == null ? "" : value.s();
    }

    private static long number(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        return value == null || value.n() == null ? 0 : Long.parseLong(value.n());
    }
}
