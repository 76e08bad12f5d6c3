/** What all requests have in common: their checks in AWS's words, their values, expressions and costs. */
@NullMarked
package com.lifeverse.local.table.request;

import org.jspecify.annotations.NullMarked;
