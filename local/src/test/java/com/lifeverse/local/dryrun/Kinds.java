package com.lifeverse.local.dryrun;

import com.lifeverse.trigger.spec.aws.TriggerFile;
import com.lifeverse.trigger.spec.aws.TriggerFile.Reading;

/** One trigger of each kind, each with limits that are met now and then. */
enum Kinds {
    COUNT("""
            window: { count: 3, within: P1D }
            limits: { perPlayer: { times: 2, per: P1D } }"""),
    SLIDING_SUM("""
            window: { sum: payload.durationSeconds, total: 3000, least: 60, within: PT6H, frame: sliding }
            limits: { perPlayer: { times: 4, per: P1D }, cooldown: PT2H }"""),
    DISTINCT("""
            window: { distinct: payload.mode, values: 3, within: P1D }
            limits: { perPlayer: { times: 1, per: P1D }, throttle: { times: 2, per: PT4H } }"""),
    SEQUENCE("""
            window:
              sequence: [{ detail: { payload: { outcome: [loss] } } }, { detail: { payload: { outcome: [win] } } }]
              within: PT12H
            limits: { perPlayer: { times: 5, per: P1D }, quietHours: { from: "22:00", to: "06:00" } }"""),
    ABSENCE("""
            window: { absence: { detail-type: ["milestone.reached.v1"] }, within: PT3H, frame: sliding }
            limits: { perPlayer: { times: 2, per: P1D } }"""),
    DEBOUNCE("""
            window: { count: 1, within: P1D }
            pace: { debounce: PT20M }
            limits: { perPlayer: { times: 9, per: P1D } }"""),
    BATCH("""
            window: { count: 1, within: P1D }
            pace: { batch: { firings: 4, within: PT2H } }
            limits: { perPlayer: { times: 30, per: P1D } }"""),
    PATIENT_ABSENCE("""
            window: { absence: { detail-type: ["match.ended.v1"] }, within: PT30M, frame: sliding }
            pace: { debounce: PT1H }
            limits: { perPlayer: { times: 6, per: P1D }, global: { times: 60, per: P1D } }"""),
    EVERYBODY("""
            window: { count: 40, within: P1D, of: global }
            limits: { perPlayer: { times: 3, per: P1D } }"""),
    CAP("""
            window: { count: 1, within: P1D }
            limits: { perPlayer: { times: 20, per: P1D }, global: { times: 137, per: P1D } }"""),
    BUDGET("""
            window: { count: 1, within: P1D }
            limits: { perPlayer: { times: 100, per: P1D }, budget: { usd: 0.01, per: P31D } }"""),
    BREAKER("""
            window: { count: 1, within: P1D }
            limits: { perPlayer: { times: 100, per: P1D }, budget: { usd: 0.01, per: P31D, burnRate: 2 } }"""),
    BY_MATCH("""
            window: { count: 2, within: PT6H }
            once: { key: payload.matchId, for: P1D }
            limits: { perPlayer: { times: 20, per: P1D } }"""),
    CONSOLES("""
            player: { platform: [playstation, xbox] }
            window: { count: 2, within: P1D }
            limits: { perPlayer: { times: 3, per: P1D } }"""),
    NEWCOMERS("""
            player: { tags: [newcomer] }
            window: { count: 1, within: P1D }
            limits: { perPlayer: { times: 9, per: P1D } }"""),
    CHAMPIONS("""
            player: { counters: { ranked-wins: [{ numeric: [">=", 3, "<", 9] }] } }
            window: { count: 1, within: P1D }
            limits: { perPlayer: { times: 40, per: P1D } }"""),
    ABSENT_CONSOLES("""
            player: { platform: [playstation, xbox] }
            window: { absence: { detail-type: ["milestone.reached.v1"] }, within: PT3H, frame: sliding }
            limits: { perPlayer: { times: 2, per: P1D } }""");

    private static final String REST = """
            trigger: tried
            description: What is tried.
            labels: [retention]
            owner: economy-team
            runbook: runbooks/grants.md
            accessibility: Announced in the inbox with text.
            when: { detail-type: ["match.ended.v1"] }
            effects: [{ grant: { item: coins, amount: 10 } }, { notify: { message: tried } }]
            """;

    private final String own;

    Kinds(String own) {
        this.own = own;
    }

    TriggerFile file() {
        return switch (TriggerFile.read(REST + own + "\n")) {
            case Reading.Sound(var file) -> file;
            case Reading.Faulty(var violations) -> throw new AssertionError(name() + ": " + violations);
        };
    }
}
