package com.lifeverse.session.notice;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A signal that something has changed. It carries no content: the client reads again what it is about.
 *
 * @param topic what kind of thing, such as {@code inbox} or {@code group}
 * @param about which one, such as a message's or a group's id
 * @param revision of that thing, where it has one
 * @param noticeRevision of the player's notices, where this signal moved it
 */
public record Notice(String topic, Optional<String> about, OptionalLong revision, OptionalLong noticeRevision) {}
