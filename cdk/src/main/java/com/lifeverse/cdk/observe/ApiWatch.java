package com.lifeverse.cdk.observe;

import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.services.apigatewayv2.CfnApi;

/** What clients reach: requests over HTTP, and connections over WebSockets. */
final class ApiWatch {
    private static final double SLOW_MS = 1_000;

    private ApiWatch() {}

    static Watch of(CfnApi api, String name) {
        var curve = Curve.of("AWS/ApiGateway", "ApiId", api.getRef());
        return Objects.equals(api.getProtocolType(), "WEBSOCKET") ? sockets(curve, name) : requests(curve, name);
    }

    private static Watch requests(Curve curve, String name) {
        var alerts = List.of(
                new Alert(
                        "errors",
                        "More than one request of a hundred is answered with a 5xx. Look at the functions' errors.",
                        curve.percent("5xx %", "5xx", "Count"),
                        1,
                        3),
                new Alert(
                        "slow",
                        "One request of a hundred takes more than a second. Look at the functions' durations.",
                        curve.percentile99("Latency"),
                        SLOW_MS,
                        5));
        var count = Panel.of("Requests", name, curve.sum("Count"), curve.sum("4xx"), curve.sum("5xx"));
        var latency = Panel.of("Requests", name + " latency, ms", curve.mean("Latency"), curve.percentile99("Latency"));
        return new Watch(alerts, List.of(count, latency));
    }

    private static Watch sockets(Curve curve, String name) {
        var alerts = List.of(
                new Alert(
                        "errors",
                        "API Gateway cannot reach what answers connections. Clients fall back to polling.",
                        curve.percent("integration errors %", "IntegrationError", "MessageCount"),
                        1,
                        3),
                new Alert(
                        "refusals",
                        "More than 100 connections a minute end with an error of ours. Look at the connect function.",
                        curve.sum("ExecutionError"),
                        100,
                        3));
        var panel = Panel.of("Connections", name, curve.sum("ConnectCount"), curve.sum("MessageCount"))
                .against(curve.sum("IntegrationError"), curve.sum("ClientError"), curve.sum("ExecutionError"));
        return new Watch(alerts, List.of(panel));
    }
}
