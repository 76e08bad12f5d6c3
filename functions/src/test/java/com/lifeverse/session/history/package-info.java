@NullMarked
package com.lifeverse.session.history;

import org.jspecify.annotations.NullMarked;
