package com.lifeverse.local.rehearse;

import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.client.Session;
import java.util.Optional;

/** What a bot reads when all is over: its whole inbox, page by page. */
record LastLook(Phone phone, Takings takings) {
    private static final int PAGE = 100;
    private static final int FINE = 200;

    /** Reads all of it, and goes on if nothing went wrong. */
    void read(Session session, Runnable then) {
        read(session, Optional.empty(), then);
    }

    private void read(Session session, Optional<String> cursor, Runnable then) {
        phone.send(() -> Calls.inbox(session.access(), PAGE, cursor), response -> {
            if (response.status() != FINE) {
                // Judged with all other answers.
                return;
            }
            var page = Calls.json(response);
            page.path("messages")
                    .forEach(message -> takings.message(
                            phone.bot(),
                            message.path("messageId").asText(),
                            message.path("message").asText("a grant")));
            if (page.has("cursor")) {
                read(session, Optional.of(page.path("cursor").asText()), then);
            } else {
                takings.looked(phone.bot());
                then.run();
            }
        });
    }
}
