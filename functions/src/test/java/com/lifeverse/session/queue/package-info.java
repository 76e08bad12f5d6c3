@NullMarked
package com.lifeverse.session.queue;

import org.jspecify.annotations.NullMarked;
