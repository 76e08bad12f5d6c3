/** What the services behind tasks take: their requests' fields, and what is wrong with the arguments of a task. */
@NullMarked
package com.lifeverse.local.workflow.request;

import org.jspecify.annotations.NullMarked;
