/** What must hold of every template, as named checks that can be held against any assembly, a spoilt one included. */
@NullMarked
package com.lifeverse.cdk.check;

import org.jspecify.annotations.NullMarked;
