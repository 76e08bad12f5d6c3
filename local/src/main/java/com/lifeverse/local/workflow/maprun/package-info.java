/**
 * Maps whose iterations are child executions: items are read and batched, children are begun a few at a time, results are
 * gathered or written. Every part is durable, so that a run goes on where it stood.
 */
@NullMarked
package com.lifeverse.local.workflow.maprun;

import org.jspecify.annotations.NullMarked;
