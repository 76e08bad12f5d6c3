/** One execution environment of a function: its classes, its thread, its output and its gate to the AWS services. */
@NullMarked
package com.lifeverse.local.function.instance;

import org.jspecify.annotations.NullMarked;
