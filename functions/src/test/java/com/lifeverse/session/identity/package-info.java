@NullMarked
package com.lifeverse.session.identity;

import org.jspecify.annotations.NullMarked;
