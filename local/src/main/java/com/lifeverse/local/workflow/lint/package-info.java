/** What is wrong with a state machine although it could be created: found by reading it, without running it. */
@NullMarked
package com.lifeverse.local.workflow.lint;

import org.jspecify.annotations.NullMarked;
