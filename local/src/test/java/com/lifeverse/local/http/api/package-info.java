@NullMarked
package com.lifeverse.local.http.api;

import org.jspecify.annotations.NullMarked;
