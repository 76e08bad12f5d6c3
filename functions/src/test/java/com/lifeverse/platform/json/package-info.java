@NullMarked
package com.lifeverse.platform.json;

import org.jspecify.annotations.NullMarked;
