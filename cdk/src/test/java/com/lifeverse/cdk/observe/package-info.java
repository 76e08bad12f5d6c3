@NullMarked
package com.lifeverse.cdk.observe;

import org.jspecify.annotations.NullMarked;
