/**
 * The functions of groups: doormen that parse, ask the desk and answer its outcome.
 */
@NullMarked
package com.lifeverse.session.group.lambda;

import org.jspecify.annotations.NullMarked;
