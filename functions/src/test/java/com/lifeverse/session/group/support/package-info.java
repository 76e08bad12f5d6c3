/** What the tests of groups begin with. */
@NullMarked
package com.lifeverse.session.group.support;

import org.jspecify.annotations.NullMarked;
