package com.lifeverse.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.stack.Game.Answer;

/** What answers say that refuse something. */
final class Problems {
    private Problems() {}

    static void assertProblem(Answer answer, int status, String slug) {
        assertThat(answer.response().body()).contains("/problems/" + slug);
        assertThat(answer.status()).isEqualTo(status);
    }

    static void assertEnded(Answer answer, String reason) {
        assertProblem(answer, 401, "session-ended");
        assertThat(answer.text("/reason")).isEqualTo(reason);
    }
}
