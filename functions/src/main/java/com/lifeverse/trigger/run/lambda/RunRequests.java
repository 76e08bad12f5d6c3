package com.lifeverse.trigger.run.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.trigger.run.aws.WorkflowFiles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What staff ask of runs. */
final class RunRequests {
    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 100;
    private static final int LONGEST_CURSOR = 3_096;
    private static final Pattern ANSWER = Pattern.compile("[a-z]{1,40}");
    private static final Pattern NOTE = Pattern.compile(".{1,500}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final List<String> STATUSES =
            List.of("running", "succeeded", "failed", "timed-out", "aborted", "pending-redrive");

    private RunRequests() {}

    /** Which page of which runs. */
    record Page(Optional<ExecutionStatus> status, int limit, Optional<String> cursor) {
        static Page read(HttpRequest request) {
            var status = request.queryParameter("status");
            var cursor = request.queryParameter("cursor");
            if (status.filter(name -> !STATUSES.contains(name)).isPresent()) {
                throw HttpRequest.invalid("status", "must be one of " + String.join(", ", STATUSES));
            }
            int limit = request.limit(PAGE, LONGEST_PAGE);
            if (cursor.filter(text -> text.isEmpty() || text.length() > LONGEST_CURSOR)
                    .isPresent()) {
                throw HttpRequest.invalid("cursor", "must be the cursor of a page");
            }
            return new Page(
                    status.map(name -> ExecutionStatus.fromValue(
                            name.toUpperCase(Locale.ROOT).replace('-', '_'))),
                    limit,
                    cursor);
        }
    }

    /** A run to begin. */
    record Start(Optional<String> run, String input) {
        static Start read(ObjectNode body, WorkflowFiles.About workflow) {
            var fields = Fields.of(body).only("run", "input");
            var run = fields.optionalText("run", NAME);
            var input = body.path("input");
            if (!input.isObject()) {
                fields.violate("input", "must be an object");
            }
            fields.check();
            var faults = workflow.inputFaults(input);
            if (!faults.isEmpty()) {
                throw new Refused(
                        Problem.INVALID_REQUEST,
                        "This is no input of the workflow.",
                        faults.stream()
                                .map(fault -> new Violation("/input" + fault.pointer(), fault.message()))
                                .toList());
            }
            return new Start(run, input.toString());
        }
    }

    /** What somebody answers. */
    record Said(String answer, String note) {
        static Said read(ObjectNode body) {
            var fields = Fields.of(body).only("answer", "note");
            var answer = fields.text("answer", ANSWER);
            var note = fields.text("note", NOTE);
            fields.check();
            return new Said(answer, note);
        }
    }

    /** Why. */
    static String note(ObjectNode body) {
        var fields = Fields.of(body).only("note");
        var note = fields.text("note", NOTE);
        fields.check();
        return note;
    }
}
