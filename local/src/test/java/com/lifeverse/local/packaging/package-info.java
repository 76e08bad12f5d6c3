/** What is deployed, started as Lambda starts it. */
@NullMarked
package com.lifeverse.local.packaging;

import org.jspecify.annotations.NullMarked;
