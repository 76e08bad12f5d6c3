/** What players want and need, kept for them across devices. It appears in no event and in no log. */
@NullMarked
package com.lifeverse.session.preference;

import org.jspecify.annotations.NullMarked;
