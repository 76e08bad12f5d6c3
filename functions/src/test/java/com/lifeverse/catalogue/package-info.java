/** Pages for whoever looks for an event, a trigger or a workflow, or writes one: made from their files. */
@NullMarked
package com.lifeverse.catalogue;

import org.jspecify.annotations.NullMarked;
