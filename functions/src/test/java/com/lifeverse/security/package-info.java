@NullMarked
package com.lifeverse.security;

import org.jspecify.annotations.NullMarked;
