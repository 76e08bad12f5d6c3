/** The Amazon States Language in its JSONata form: definitions read and checked, expressions evaluated. Pure. */
@NullMarked
package com.lifeverse.local.workflow.language;

import org.jspecify.annotations.NullMarked;
