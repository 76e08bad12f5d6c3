package com.lifeverse.local.table.history;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One call and what came of it. Each item holds the list of the operations that have written it, so that whoever reads
 * one knows its whole past.
 *
 * @param id what it appends to the items that it writes
 * @param invoked a moment before the call; moments are numbers that only grow
 * @param returned a moment after its answer
 * @param reads what it saw of each item that it read
 * @param writes the items that it has appended itself to
 */
record Operation(int id, long invoked, long returned, Map<String, List<Integer>> reads, Set<String> writes) {}
