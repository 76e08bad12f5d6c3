@NullMarked
package com.lifeverse.session.conduct;

import org.jspecify.annotations.NullMarked;
