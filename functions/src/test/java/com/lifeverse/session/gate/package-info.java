@NullMarked
package com.lifeverse.session.gate;

import org.jspecify.annotations.NullMarked;
