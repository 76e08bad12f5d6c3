@NullMarked
package com.lifeverse.cdk.construct;

import org.jspecify.annotations.NullMarked;
