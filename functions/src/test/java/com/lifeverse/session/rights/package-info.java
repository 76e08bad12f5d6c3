@NullMarked
package com.lifeverse.session.rights;

import org.jspecify.annotations.NullMarked;
