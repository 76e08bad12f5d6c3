package com.lifeverse.local.http.api;

/** Requests of one kind, who may make them, and the function that answers. */
public record Route(RouteKey key, Access access, Integration integration) {}
