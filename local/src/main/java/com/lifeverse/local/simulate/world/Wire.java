package com.lifeverse.local.simulate.world;

import com.lifeverse.local.LocalStack;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.kernel.Crossings;
import com.lifeverse.local.simulate.fault.Unanswered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The network between clients and the API. */
public final class Wire {
    /** How long after the stack's end its clients have lost their patience. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private record Waiting(String actor, Consumer<Reply> then) {}

    private final Outside outside;
    private final Crossings crossings;
    private final Supplier<LocalStack> stack;
    private final IntSupplier steps;
    private final Map<Integer, Waiting> waiting = new LinkedHashMap<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private int ticks;

    Wire(Outside outside, Crossings crossings, Supplier<LocalStack> stack, IntSupplier steps) {
        this.outside = outside;
        this.crossings = crossings;
        this.stack = stack;
        this.steps = steps;
    }

    /** Sends a request, made when it is sent, and hands on the reply. */
    public void send(String actor, Supplier<Request> made, Consumer<Reply> then) {
        outside.in(Duration.ZERO, actor + " calls", () -> exchange(actor, made.get(), then));
    }

    /** All that the API has answered so far, in that order. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** The stack has ended: who waits for an answer waits in vain. */
    void cut() {
        var left = List.copyOf(waiting.values());
        waiting.clear();
        left.forEach(each -> outside.in(
                PATIENCE, each.actor() + " hears nothing", () -> each.then().accept(new Reply.None())));
    }

    private void exchange(String actor, Request request, Consumer<Reply> then) {
        int number = ticks++;
        waiting.put(number, new Waiting(actor, then));
        var reply = carried(actor, request);
        waiting.remove(number);
        outside.in(Duration.ZERO, actor + " hears", () -> then.accept(reply));
    }

    private Reply carried(String actor, Request request) {
        var what = request.method() + " " + request.path();
        var crossing = new Crossing(Crossing.Kind.REQUEST, actor, "api", what, request);
        try {
            return new Reply.Answered(crossings.cross(crossing, () -> {
                int began = ticks++;
                var response = stack.get().call(request);
                exchanges.add(new Exchange(began, ticks++, steps.getAsInt(), outside.now(), actor, request, response));
                return response;
            }));
        } catch (Unanswered lost) {
            return new Reply.None();
        }
    }
}
