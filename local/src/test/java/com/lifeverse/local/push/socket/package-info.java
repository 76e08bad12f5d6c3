@NullMarked
package com.lifeverse.local.push.socket;

import org.jspecify.annotations.NullMarked;
