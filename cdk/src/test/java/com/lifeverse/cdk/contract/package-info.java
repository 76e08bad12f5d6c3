@NullMarked
package com.lifeverse.cdk.contract;

import org.jspecify.annotations.NullMarked;
