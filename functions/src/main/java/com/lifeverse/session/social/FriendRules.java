package com.lifeverse.session.social;

/** What it means that one player wants another as a friend. */
public final class FriendRules {
    /** What is to be done. */
    public sealed interface Wish {
        /** They are friends already. */
        record Granted() implements Wish {}

        /** The other has asked before: now they are friends. */
        record Accept() implements Wish {}

        /** The other is to be asked. */
        record Ask() implements Wish {}

        /** The other has been asked, or will never be: a block is not to be found out by asking. */
        record Wait() implements Wish {}

        /** The player blocks the other, and has to lift that first. */
        record BlockedByOneself() implements Wish {}

        /** There is nobody to be asked. */
        record Nobody() implements Wish {}
    }

    private FriendRules() {}

    public static Wish wish(Relation relation) {
        if (!relation.known()) {
            return new Wish.Nobody();
        }
        if (relation.blocksThem()) {
            return new Wish.BlockedByOneself();
        }
        if (relation.friends()) {
            return new Wish.Granted();
        }
        if (relation.blockedByThem() || relation.askedThem()) {
            return new Wish.Wait();
        }
        return relation.askedByThem() ? new Wish.Accept() : new Wish.Ask();
    }
}
