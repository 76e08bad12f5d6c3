@NullMarked
package com.lifeverse.local.http.auth;

import org.jspecify.annotations.NullMarked;
