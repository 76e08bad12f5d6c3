@NullMarked
package com.lifeverse.session.social;

import org.jspecify.annotations.NullMarked;
