/** What players may have of the law: all that is kept about them, and that it is forgotten. */
@NullMarked
package com.lifeverse.session.rights;

import org.jspecify.annotations.NullMarked;
