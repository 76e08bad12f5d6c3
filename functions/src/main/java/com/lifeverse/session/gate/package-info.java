/** Who may sign in at the moment: maintenance, versions too old, regions that drain, more players than there is room for. */
@NullMarked
package com.lifeverse.session.gate;

import org.jspecify.annotations.NullMarked;
