package com.lifeverse.local.workflow;

import com.lifeverse.local.workflow.machine.HistoryEvent;
import com.lifeverse.local.workflow.machine.Status;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Histories and lists of executions, page by page, as the API gives them. */
public final class Pages {
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private final Workflows workflows;
    private final Executions executions;

    /**
     * A part of a list.
     *
     * @param next asks for the rest; empty if there is none
     */
    public record Page<T>(List<T> items, Optional<String> next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * Which part of a list.
     *
     * @param most so many at most; 0 for the usual 100
     * @param next what the page before said
     */
    public record Part(int most, Optional<String> next) {
        /** The first page, of the usual length. */
        public static Part first() {
            return new Part(0, Optional.empty());
        }

        int size() {
            if (most < 0 || most > MOST) {
                throw Refusal.VALIDATION.because("maxResults has to be between 0 and 1000");
            }
            return most == 0 ? USUAL : most;
        }

        /** Where it begins, after the {@code list} whose token it has to be. */
        int from(String list, int otherwise) {
            return next.map(token -> read(list, token)).orElse(otherwise);
        }

        private static int read(String list, String token) {
            try {
                var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
                if (text.startsWith(list + "#")) {
                    return Integer.parseInt(text.substring(list.length() + 1));
                }
            } catch (IllegalArgumentException e) {
                throw Refusal.INVALID_TOKEN.because("Invalid Token: '" + token + "'", e);
            }
            throw Refusal.INVALID_TOKEN.because("Invalid Token: '" + token + "'");
        }
    }

    Pages(Workflows workflows, Executions executions) {
        this.workflows = workflows;
        this.executions = executions;
    }

    /** Events of an execution, the oldest first or the newest. */
    public Page<HistoryEvent> history(String executionArn, boolean newestFirst, Part part) {
        var execution = workflows.describe(executionArn).orElseThrow(() -> Refusal.noExecution(executionArn));
        int last = (int) execution.progress().lastEventId();
        var list = executionArn + (newestFirst ? " newest" : " oldest");
        int from = part.from(list, newestFirst ? last : 1);
        int step = newestFirst ? -1 : 1;
        var events = new ArrayList<HistoryEvent>();
        int id = from;
        while (id >= 1 && id <= last && events.size() < part.size()) {
            executions.event(executionArn, id).ifPresent(events::add);
            id += step;
        }
        return new Page<>(events, id >= 1 && id <= last ? Optional.of(token(list, id)) : Optional.empty());
    }

    /** The executions of a machine, the one started last first; all, or those of one status. */
    public Page<Execution> executions(String machineArn, Optional<Status> status, Part part) {
        return part(machineArn, listed(machineArn, status).toList(), part);
    }

    /** The executions that a run of a Map has begun, the one started last first; all, or those of one status. */
    public Page<Execution> children(String mapRunArn, Optional<Status> status, Part part) {
        // They are executions of the machine NAME/LABEL, which all runs of that Map share.
        var machine = mapRunArn.substring(0, mapRunArn.lastIndexOf(':')).replace(":mapRun:", ":stateMachine:");
        var all = listed(machine, status)
                .filter(execution -> {
                    var child = execution.start().child();
                    return child != null && child.runArn().equals(mapRunArn);
                })
                .toList();
        return part(mapRunArn, all, part);
    }

    private Stream<Execution> listed(String machineArn, Optional<Status> status) {
        return workflows.list(machineArn).stream()
                .filter(execution -> status.isEmpty() || status.get() == execution.status());
    }

    /** A part of a list that is at hand. */
    public static <T> Page<T> part(String list, List<T> all, Part part) {
        int from = Math.min(part.from(list, 0), all.size());
        int to = Math.min(all.size(), from + part.size());
        return new Page<>(all.subList(from, to), to < all.size() ? Optional.of(token(list, to)) : Optional.empty());
    }

    private static String token(String list, int from) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((list + "#" + from).getBytes(StandardCharsets.UTF_8));
    }
}
