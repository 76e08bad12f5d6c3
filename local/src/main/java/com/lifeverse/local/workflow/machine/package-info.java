/**
 * Runs a definition one happening at a time: a pure function from (progress, happening, now) to the next progress and
 * the history events that tell of it. Who keeps the progress, and who makes things happen, is not decided here.
 */
@NullMarked
package com.lifeverse.local.workflow.machine;

import org.jspecify.annotations.NullMarked;
