package com.lifeverse.cdk.contract;

/**
 * One operation of the HTTP contract.
 *
 * @param id its operationId
 * @param method in capitals
 * @param path with parameters in braces, as the gateway writes them too
 */
public record Operation(String id, String method, String path, Identification caller) {
    /** The gateway's name of the route, such as {@code POST /v1/sessions}. */
    public String routeKey() {
        return method + " " + path;
    }

    /** The route in an execute-api ARN, any value of a path parameter allowed: {@code GET/v1/sessions/*}. */
    public String arnSuffix() {
        return method + path.replaceAll("\\{[^}]*}", "*");
    }
}
