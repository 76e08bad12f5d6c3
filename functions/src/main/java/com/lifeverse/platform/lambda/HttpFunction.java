package com.lifeverse.platform.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.runtime.Spending;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * A function behind the HTTP API. The one place where a failure becomes an answer: a refusal is told as its problem, a
 * service that does not answer as 503 with Retry-After, everything else as 500 with the details in the log only.
 */
public abstract class HttpFunction extends Handler {
    private static final Set<String> PASSING =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    /** Answers one request; may throw {@link Refused}. */
    protected HttpResponse answer(HttpRequest request) {
        throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
    }

    /** Answers one request, with what it takes to log; may throw {@link Refused}. */
    protected HttpResponse answer(HttpRequest request, Context context) {
        return answer(request);
    }

    @Override
    protected final void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var request = HttpRequest.read(input);
        costed(request, call.quoting(request.requestId())).write(output);
    }

    /** With what it took, where the stage shows that to who watches their client's calls: outside of production. */
    private HttpResponse costed(HttpRequest request, Context context) {
        var spending = new Spending();
        int before = context.getRemainingTimeInMillis();
        var response = spending.during(() -> guarded(request, context));
        return spending.isCounted()
                ? response.with("lifeverse-cost", spending.told(before - context.getRemainingTimeInMillis()))
                : response;
    }

    // The last resort of every request: whatever is thrown is logged and answered, none of it reaches the caller.
    private HttpResponse guarded(HttpRequest request, Context context) {
        try {
            PathId.check(request.pathParameters());
            return answer(request, context);
        } catch (Refused refused) {
            return HttpResponse.problem(refused, request);
        } catch (RuntimeException failure) {
            var problem = passing(failure) ? Problem.TEMPORARILY_UNAVAILABLE : Problem.UNEXPECTED;
            Log.failure(context, problem, request.requestId(), failure);
            return HttpResponse.problem(problem, "Quote the instance when you ask about it.", List.of(), request);
        }
    }

    private static boolean passing(RuntimeException failure) {
        return switch (failure) {
            // Answered with status 400, yet nothing is wrong with the request: another write was at the item.
            case TransactionConflictException _ -> true;
            case TransactionCanceledException cancelled ->
                cancelled.cancellationReasons().stream().anyMatch(reason -> PASSING.contains(reason.code()));
            case AwsServiceException service -> service.isThrottlingException() || service.statusCode() >= 500;
            case SdkClientException _ -> true;
            default -> false;
        };
    }
}
