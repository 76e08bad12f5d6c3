@NullMarked
package com.lifeverse.session.census;

import org.jspecify.annotations.NullMarked;
