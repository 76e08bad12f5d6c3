/** Players whose sessions are ended by themselves and by staff, while the stack dies and comes back. */
@NullMarked
package com.lifeverse.local.simulate.revocation;

import org.jspecify.annotations.NullMarked;
