package com.lifeverse.local.rehearse;

import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.simulate.world.Reply;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a bot calls the service with, and tells its diary of what it should not have got. */
record Phone(String bot, Scene scene) {
    /** Sends a request, made when it is sent, and goes on with the answer, whatever it is; where there is none, it does not go on. */
    void send(Supplier<Request> request, Consumer<Response> then) {
        scene.world().wire().send(bot, request, reply -> {
            switch (reply) {
                case Reply.Answered(var response) -> then.accept(response);
                case Reply.None _ -> wrong("unanswered", scene.world().now(), "a call was not answered");
            }
        });
    }

    /** Does something later. */
    void in(Duration wait, String what, Runnable task) {
        scene.world().outside().in(wait, bot + " " + what, task);
    }

    /** Notes what must not be; once of a kind for what it is about. */
    void wrong(String code, Object about, String message) {
        scene.diary().wrong(new Diary.Wrong(bot, code, scene.world().now(), message), about);
    }
}
