package com.lifeverse.trigger;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.NameBasedId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

/** The ledger of everything of value that was given; an entry is written once and never changed. */
public interface GrantLedger {
    /** The event that an entry is told as. */
    String MADE = "grant.made.v1";

    /**
     * An entry. Player, source, occurrence and tier are its key.
     *
     * @param source who grants, such as {@code trigger/first-win-of-the-day}
     * @param occurrence which time of the source
     * @param tier which grant of the source, from 1
     * @param item what
     * @param amount how many
     */
    record Grant(String playerId, String source, String occurrence, int tier, String item, int amount) {
        /** Made from the key: whoever asks for the same grant means the same id. */
        public String id() {
            return NameBasedId.of("gnt_", playerId, source, occurrence, Integer.toString(tier));
        }

        /** The {@code grant.made.v1} that tells of it. */
        public Envelope told(Envelope cause, Instant now) {
            var payload = new LinkedHashMap<String, Object>();
            payload.put("grantId", id());
            payload.put("source", source);
            payload.put("occurrence", occurrence);
            payload.put("tier", tier);
            payload.put("item", item);
            payload.put("amount", amount);
            return cause.next(NameBasedId.of("evt_", MADE, id()), MADE, now, "trigger", payload);
        }
    }

    /** What came of asking for a grant. */
    sealed interface Recorded {
        /** The id of the entry that is in the ledger now. */
        String grantId();

        /** This call wrote it. */
        record Granted(String grantId) implements Recorded {}

        /** It was there before; nothing was written or told. */
        record AlreadyGranted(String grantId) implements Recorded {}
    }

    /** Enters the grant and what is to be told of it in one write, if there is no entry of its key yet. */
    default Recorded record(Grant grant, Envelope told) {
        return record(grant, List.of(told));
    }

    /** The same, where more is to be told than the grant, which is the first. */
    Recorded record(Grant grant, List<Envelope> told);
}
