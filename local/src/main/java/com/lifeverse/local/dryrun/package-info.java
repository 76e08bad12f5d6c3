/**
 * What a trigger would have done with what really happened: the archive's events, the rules and the engine that act on them too, states in a
 * scratch file. Nothing here knows a table, a bus or a client of AWS, so that nothing can be done to anybody.
 */
@NullMarked
package com.lifeverse.local.dryrun;

import org.jspecify.annotations.NullMarked;
