/** The trigger context's adapters: tables, the pattern matcher, and the files that come with the code. */
@NullMarked
package com.lifeverse.trigger.aws;

import org.jspecify.annotations.NullMarked;
