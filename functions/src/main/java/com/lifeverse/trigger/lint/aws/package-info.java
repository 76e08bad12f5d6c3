/** What triggers are held against, as it comes with the code. */
@NullMarked
package com.lifeverse.trigger.lint.aws;

import org.jspecify.annotations.NullMarked;
