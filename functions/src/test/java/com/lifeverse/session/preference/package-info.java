@NullMarked
package com.lifeverse.session.preference;

import org.jspecify.annotations.NullMarked;
