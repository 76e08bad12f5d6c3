package com.lifeverse.local.http.auth;

/** Who signed a request to an AWS service, as far as the stack can tell. */
public sealed interface Signed {
    /** A session of this stack did; the signature is its own. */
    record BySession(Credentials.Session session) implements Signed {}

    /** Somebody with credentials that this stack did not issue, and so cannot check. */
    record ByStranger() implements Signed {}

    /** Nobody did. */
    record Unsigned() implements Signed {}

    /** Parts of the signature are missing, as {@code message} says in AWS's words. */
    record Incomplete(String message) implements Signed {}

    /** It is signed with credentials of this stack whose time is over. */
    record Expired() implements Signed {}

    /** The signature cannot be believed, as {@code message} says in AWS's words. */
    record Invalid(String message) implements Signed {}
}
