package com.lifeverse.session.group.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.session.group.command.Refusal;

/** What a refusal of a group is to its caller. */
final class Refusals {
    private Refusals() {}

    static Refused of(Refusal why) {
        return switch (why) {
            case ENDED -> new Refused(Problem.GROUP_ENDED, "Make or join another one.");
            case UNKNOWN_CODE -> unknownCode();
            case NOT_A_MEMBER -> new Refused(Problem.NOT_A_MEMBER, "Nobody of that id has a seat in it.");
            case NOT_THE_LEADER -> new Refused(Problem.NOT_GROUP_LEADER, "Ask its leader.");
            case FULL -> new Refused(Problem.GROUP_FULL, "All seats are taken or kept for somebody.");
            case TOO_MANY_GROUPS -> new Refused(Problem.TOO_MANY_GROUPS, "Leave one that is not needed any more.");
            case NOT_JOINABLE -> new Refused(Problem.GROUP_NOT_JOINABLE, "Its joinability does not let the caller in.");
            case NEEDS_INVITATION ->
                new Refused(Problem.GROUP_NOT_JOINABLE, "The caller was put out; only an invitation readmits.");
            case INVITATION_REFUSED -> new Refused(Problem.INVITATION_REFUSED, "They are not to be invited here.");
            case PLATFORM_NOT_OFFERED ->
                new Refused(Problem.CROSS_PLAY_NOT_POSSIBLE, "It is not played on the caller's platform.");
            case CROSS_PLAY_NOT_WANTED ->
                new Refused(
                        Problem.CROSS_PLAY_NOT_POSSIBLE,
                        "The caller or somebody in it does not play across these platforms.");
            case APART ->
                new Refused(
                        Problem.CROSS_PLAY_NOT_POSSIBLE,
                        "The caller is apart: they may go back to where they fit in, or leave.");
            case ACCESSIBILITY_NOT_OFFERED ->
                new Refused(
                        Problem.ACCESSIBILITY_NOT_OFFERED,
                        "It cannot do all that the caller's preferences ask for; acceptsUnmet comes in nevertheless.");
            case ILLEGAL_MOVE -> new Refused(Problem.MEMBER_MOVE_NOT_POSSIBLE, "Read the group again.");
            case HAS_A_LEADER -> new Refused(Problem.GROUP_HAS_LEADER, "The lead is free when its leader is gone.");
            case KNOWS_NO_LEADER -> new Refused(Problem.GROUP_SETTING_NOT_OFFERED, "Nobody leads such a group.");
            case JOINABILITY_NOT_OFFERED ->
                new Refused(Problem.GROUP_SETTING_NOT_OFFERED, "The template does not offer this joinability.");
            case TOO_MANY_PROPERTIES ->
                new Refused(Problem.GROUP_SETTING_NOT_OFFERED, "The properties take more bytes than the template has.");
            case ATTRIBUTE_NOT_SEARCHABLE ->
                new Refused(Problem.GROUP_SETTING_NOT_OFFERED, "The template does not index this attribute.");
            case KNOWS_NO_CODES -> new Refused(Problem.GROUP_SETTING_NOT_OFFERED, "Such a group has no join codes.");
            case READY_CHECK_RUNNING -> new Refused(Problem.READY_CHECK_NOT_POSSIBLE, "Another one waits for answers.");
            case NO_READY_CHECK -> new Refused(Problem.READY_CHECK_NOT_POSSIBLE, "None waits for the caller's answer.");
        };
    }

    static Refused unknownCode() {
        return new Refused(Problem.JOIN_CODE_NOT_FOUND, "It may have been replaced or revoked.");
    }

    static Refused notFound() {
        return new Refused(Problem.GROUP_NOT_FOUND, "The caller has no seat in such a group.");
    }

    static Refused contended() {
        return new Refused(Problem.TEMPORARILY_UNAVAILABLE, "Others were at the same group each time.");
    }
}
