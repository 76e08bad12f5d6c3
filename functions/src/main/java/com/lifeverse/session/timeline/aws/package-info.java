/** The timeline's version in a table. */
@NullMarked
package com.lifeverse.session.timeline.aws;

import org.jspecify.annotations.NullMarked;
