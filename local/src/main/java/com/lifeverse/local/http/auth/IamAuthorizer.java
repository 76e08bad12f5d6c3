package com.lifeverse.local.http.auth;

import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Json;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Authorization of {@code AWS_IAM} routes: the request is signed with credentials that this stack issued, at most five
 * minutes ago or ahead, and their role may invoke the route. Whatever is wrong, an HTTP API answers the same.
 */
public final class IamAuthorizer {
    private static final String SERVICE = "execute-api";

    private final Credentials credentials;
    private final Callers callers;
    private final InstantSource clock;

    public IamAuthorizer(Credentials credentials, Callers callers, InstantSource clock) {
        this.credentials = credentials;
        this.callers = callers;
        this.clock = clock;
    }

    /** Judges a request for the route's resource {@code arn:aws:execute-api:…}. */
    public Verdict authorize(Request request, String resourceArn) {
        return SignatureV4.of(request, SERVICE)
                .filter(signature -> signature.isFresh(clock.instant()))
                .flatMap(signature ->
                        credentials.find(signature.accessKeyId()).filter(session -> signature.isBy(session, request)))
                .filter(session -> mayInvoke(session, resourceArn))
                .map(IamAuthorizer::granted)
                .orElseGet(() -> new Verdict.Refused(Response.message(403, "Forbidden")));
    }

    private boolean mayInvoke(Credentials.Session session, String resourceArn) {
        try {
            callers.role(session.roleArn()).require("execute-api:Invoke", resourceArn);
            return true;
        } catch (AwsServiceException e) {
            // A denial is an answer here; any other failure is not.
            if (e.statusCode() == 403 || e.statusCode() == 400) {
                return false;
            }
            throw e;
        }
    }

    private static Verdict granted(Credentials.Session session) {
        var authorizer = Json.object();
        authorizer
                .putObject("iam")
                .put("accessKey", session.accessKeyId())
                .put("accountId", Cloud.ACCOUNT)
                .put("callerId", session.userId())
                .putNull("cognitoIdentity")
                .putNull("principalOrgId")
                .put("userArn", session.userArn())
                .put("userId", session.userId());
        return new Verdict.Granted(Optional.of(authorizer));
    }
}
