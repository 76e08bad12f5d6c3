/** Workflow cases: a file says the replies of a machine's tasks and what has to come of them; played in virtual time. */
@NullMarked
package com.lifeverse.local.workflow.cases;

import org.jspecify.annotations.NullMarked;
