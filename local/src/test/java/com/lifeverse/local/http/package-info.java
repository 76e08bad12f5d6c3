@NullMarked
package com.lifeverse.local.http;

import org.jspecify.annotations.NullMarked;
