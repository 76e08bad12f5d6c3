package com.lifeverse.liveops.settlement;

import java.util.List;

/** Where it is written down who is owed something, some hundred players a file. An outage is an exception. */
public interface Files {
    /** Writes a file; written again, it is another one in its place. */
    void write(String settlement, int round, int bucket, int number, List<String> players);

    /** Who is in a file. One that is not there is an exception. */
    List<String> read(String key);

    /** Takes away all files of a settlement; done again, it is fine. */
    void forget(String settlement);
}
